"""The queue: what matters first with its reasons, what others did untold, next and previous."""

from starlette.testclient import TestClient

from tests.web.accounts.conftest import SignIn
from tests.web.made_up import NAME
from tests.web.reviewing.conftest import IN_ORDER, LATER, OTHER, TOLL, decide
from tests.web.seen import seen


def listed(client: TestClient, address: str) -> list[str]:
    """The claims of a queue, in order."""
    leads = [str(link["href"]) for link in seen(client.get(address).text).of("a")]
    found = [lead.removeprefix("/review/")[:32] for lead in leads if lead.startswith("/review/")]
    return [one for one in dict.fromkeys(found) if len(one) == 32 and one.isalnum()]


def test_reasons_are_told_in_words(sign_in: SignIn) -> None:
    shown = seen(sign_in("rae").get(f"/review?conflict={NAME}").text).text
    assert "contested: denied by Loria" in shown
    assert "counts 105 killed" in shown
    assert "read with a confidence of 0.40" in shown


def test_a_report_is_reviewed_in_its_order(sign_in: SignIn) -> None:
    found = listed(sign_in("rae"), f"/review?report={LATER.document.id}")
    assert found == [claim_id for _, claim_id in IN_ORDER]


def test_what_one_judged_leaves_the_queue_of_that_one_alone(sign_in: SignIn) -> None:
    rae, sam = sign_in("rae"), sign_in("sam")
    decide(rae, "reject")
    assert TOLL.id not in listed(rae, f"/review?conflict={NAME}")
    assert TOLL.id in listed(sam, f"/review?conflict={NAME}")
    assert (
        "1 other person judged it; you would read it without seeing how"
        in seen(sam.get(f"/review?conflict={NAME}").text).text
    )


def test_next_is_what_is_not_judged_and_the_last_leads_to_none(sign_in: SignIn) -> None:
    rae = sign_in("rae")
    report = f"report={LATER.document.id}"
    first, second, third = (claim_id for _, claim_id in IN_ORDER)
    decide(rae, "accept", second)
    page = seen(rae.get(f"/review/{first}?{report}").text)
    assert [a["href"] for a in page.of("a") if a.get("rel") == "next"] == [f"/review/{third}?{report}"]
    decide(rae, "accept", first)
    decide(rae, "accept", third)
    page = seen(rae.get(f"/review/{third}?{report}").text)
    assert [a["href"] for a in page.of("a") if a.get("rel") == "next"] == []
    assert [a["href"] for a in page.of("a") if a.get("rel") == "prev"] == [f"/review/{second}?{report}"]
    assert "You have judged every claim here." in seen(rae.get(f"/review?{report}").text).text


def test_claims_on_the_same_are_offered_for_merging(sign_in: SignIn) -> None:
    page = seen(sign_in("rae").get(f"/review/{OTHER.id}?conflict={NAME}").text)
    assert [box["value"] for box in page.of("input") if box.get("name") == "with"]
