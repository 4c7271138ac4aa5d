"""Words from outside stay words, whether they were added or asked."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.web.made_up import HOSTILE, NAME, told
from tests.web.seen import seen

HARM = told()[-1]
PAGES = (
    f"/document/{HARM.document.id}",
    f"/claim/{HARM.claims[0].id}",
    f"/claim/{told()[0].claims[0].id}",
    f"/conflict?name={NAME}",
    "/search",
    "/search?words=soldiers",
    "/sources",
    "/",
)
QUESTIONS = (
    "/search?words={}",
    "/search?words=a&source={}&side={}&place={}&party={}",
    "/conflict?name={}",
    "/conflict?name=" + NAME + "&source={}&side={}",
    "/conflict?name=" + NAME + "&family={}",
    "/sources?name={}",
    "/?as-of={}",
    "/{}",
    "/claim/{}",
)


@pytest.mark.parametrize("address", PAGES)
def test_what_was_added_is_escaped(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "<script>" not in answer.text.lower()
    assert "<b>" not in answer.text
    assert "\u202e" not in answer.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_asked_is_escaped(client: TestClient, question: str) -> None:
    answer = client.get(question.format(*[quote(HOSTILE, safe="")] * 4))
    assert answer.status_code in {200, 400, 404}
    assert "<script>" not in answer.text.lower()
    assert "<b>" not in answer.text
    assert seen(answer.text).wrong == []


def test_hostile_words_are_shown_as_what_they_are(client: TestClient) -> None:
    told_ = seen(client.get(PAGES[0]).text).text
    assert "</title><script>alert(1)</script>'\"&<b>\\u202eevil" in told_


def test_words_of_any_direction_choose_their_own(client: TestClient) -> None:
    page = client.get(f"/document/{told()[0].document.id}").text
    assert '<p dir="auto">قالت' in page


def test_a_file_is_named_by_letters_alone(client: TestClient) -> None:
    answer = client.get(f"/conflict/report.md?name={NAME}&as-of=2021-03-07")
    assert answer.headers["content-disposition"] == 'attachment; filename="loria-talia-2021-03-07.md"'
