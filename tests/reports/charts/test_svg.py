from markupsafe import Markup

from trucewatch.reports.charts.svg import element, label


def test_words_and_attributes_from_outside_are_escaped() -> None:
    made = element("text", '<script>"&', class_='a" onload="x', x=1.25)
    assert made == '<text class="a&#34; onload=&#34;x" x="1.2">&lt;script&gt;&#34;&amp;</text>'


def test_elements_stand_in_elements_as_they_are() -> None:
    assert element("g", element("line", x1=1), "a<b") == '<g><line x1="1"/>a&lt;b</g>'


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert element("rect", fill=None, stroke_width=2.0) == '<rect stroke-width="2"/>'


def test_markup_stays_markup() -> None:
    assert isinstance(element("g", "x"), Markup)


def test_a_label_shows_what_would_be_invisible() -> None:
    assert "\\u202e" in label(0, 0, "a\u202eb")
