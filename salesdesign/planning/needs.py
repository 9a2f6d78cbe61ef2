"""Needs: what a rule pack must bring so that a company can be planned with it."""

from collections.abc import Collection

STRUCTURES = ("founder_led", "island", "assembly_line", "pod", "self_serve")
"""The ways of selling that a plan can be made for."""

BENCHMARKS = frozenset(
    """
    ACV-ENT ACV-MM ACV-SMB ATT-04 CHURN-REP CHURN-SDR CSM-ACC-ENT CSM-ACC-MM CSM-ACC-SMB CSM-ARR CYC-ENT CYC-MM
    CYC-SMB DEALS-ENT DEALS-INSIDE ENB-FIRST ENB-SELLERS JDG-ACCEPTANCE JDG-CARE-COST JDG-CATCH-UP JDG-CHANCE
    JDG-CHURN JDG-COACH-TIME JDG-DECIDED JDG-DOUBT-ATTAINMENT JDG-DOUBT-LEAVING JDG-DOUBT-STARTS JDG-DOUBT-TOGETHER
    JDG-DOUBT-VALUE JDG-DOUBT-WIN JDG-EMPLOYER-CHARGE JDG-ENGINEER-FROM JDG-FIXED-SHARE JDG-FOUNDER-TIME
    JDG-GENERALIST JDG-HISTORY JDG-HORIZON JDG-LATER-GROWTH JDG-LEADER-FROM JDG-MANAGER-FROM JDG-MARKET-SHARE
    JDG-OVER JDG-POD-USE JDG-POOL-SPAN JDG-RECRUITING JDG-SECOND JDG-SECOND-LEVEL
    JDG-SELF-SOURCED JDG-SMALL-ROLE JDG-TIME-TO-HIRE JDG-TRAVEL LOAD MIX-AE MIX-CSM MIX-MGR MIX-SDR
    MIX-SE OPS-RATIO OTE-AE-ENT OTE-AE-MM OTE-AE-SMB OTE-AM OTE-CSM OTE-DIR OTE-MGR OTE-REVOPS OTE-SDR OTE-SE OTE-VP
    QOTE-03 QOTE-04 RAMP-AE-ENT RAMP-AE-MM RAMP-AE-SMB RAMP-SDR SDRVOL-01 SDRVOL-03 SDRVOL-04 SDRVOL-05 SEAE-ENT
    SEAE-INSIDE SPAN-01 TOOLS-REP WIN-ENT WIN-MM WIN-SMB
    """.split()  # noqa: SIM905  sixty ids are read in lines, and not one by one
)
"""The figures that stand in where a company gives none."""


def lacking(benchmarks: Collection[str]) -> tuple[str, ...]:
    """The figures that are needed and are not among those, by id."""
    return tuple(sorted(BENCHMARKS - set(benchmarks)))
