"""A plan as tables: in a terminal, as CSV and JSON, and as a workbook with live formulas."""
