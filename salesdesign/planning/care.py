"""Care: the customers of one market, and how many of them one person in customer success serves."""

from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import Care
from salesdesign.planning.scope import Scope, Wanted

CARE_ACCOUNTS = {"small": "CSM-ACC-SMB", "medium": "CSM-ACC-MM", "large": "CSM-ACC-ENT"}


def care_of(scope: Scope, size: str, wanted: Wanted) -> Care:
    """The customers of a market and who looks after them."""
    customers = scope.given("customers", "customers.count", "customers", "observed")
    if scope.market.name in wanted.customers:
        customers = scope.ledger.note(
            scope.name("customers"),
            wanted.customers[scope.market.name],
            "customers",
            "Share of revenue over the value of a deal",
            confidence="observed",
        )
    customers = _by_revenue(scope, customers)
    churn = scope.given("churn", "customers.churn", "a year", "observed")
    return Care(
        customers=customers,
        churn=0.0 if churn is None else churn,
        accounts_per_person=_accounts(scope, size, (customers or 0.0, wanted.care_cost)),
        wanted=_cares(scope),
    )


def _cares(scope: Scope) -> bool:
    """Whether customer success is a role of sales here."""
    facts = scope.market.facts
    own, managers = (number(facts, f"headcount.roles.{role}") for role in ("customer_success", "account_manager"))
    if facts.get("customers.care_by") == "service" or (facts.get("deal.pricing") == "one_off" and not own):
        return False
    if managers and not own and facts.get("customers.care_by") is None:
        scope.ledger.warn(
            "care_by_account_managers", "Account managers look after customers: no customer success is planned beside."
        )
        return False
    return True


def _accounts(scope: Scope, size: str, served: tuple[float, float]) -> float:
    """Customers of one person in customer success: as stated, else by touch model and revenue, within a share of it."""
    stated = scope.given("accounts_per_care", "plan.accounts_per_customer_success", "accounts")
    if stated is not None:
        return stated
    customers, cost = served
    identifier = CARE_ACCOUNTS[size]
    accounts = scope.benchmark("accounts_per_care", identifier, "accounts")
    revenue = number(scope.market.facts, "company.annual_revenue") or 0.0
    if not customers or not revenue or not cost:
        return accounts
    by_revenue = scope.ledger.money(scope.name("revenue_per_care"), "CSM-ARR", "recurring revenue") or 0.0
    limit = scope.benchmark("care_limit", "JDG-CARE-COST", "of recurring revenue")
    lighter = max(accounts, by_revenue / revenue * customers, cost / (limit * revenue) * customers)
    if lighter <= accounts:
        return accounts
    source = f"The lightest of {identifier}, CSM-ARR and JDG-CARE-COST"
    return scope.ledger.note(scope.name("accounts_per_care"), lighter, "accounts", source, confidence="medium-low")


def _by_revenue(scope: Scope, customers: float | None) -> float | None:
    """Customers, told from revenue where nobody counted them: one of mean deal value each."""
    revenue = number(scope.market.facts, "company.annual_revenue")
    value = number(scope.market.facts, "deal.mean_value") or number(scope.market.facts, "deal.value")
    if customers is not None or not revenue or not value:
        return customers
    scope.ledger.warn(
        "customers_unknown", "Customers are not counted: the plan takes revenue over the value of a deal."
    )
    return scope.ledger.judged(scope.name("customers"), revenue / value, "customers")
