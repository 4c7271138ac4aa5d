import pytest

from trucewatch.resolve.belonging import is_of_speaker


@pytest.mark.parametrize(
    "behind",
    [
        " of his country's soldiers had been killed",
        " of his country’s soldiers had been killed",
        " of his countrys soldiers had been killed",
        " of its troops",
        " of our own men",
        " OF ITS SOLDIERS",
    ],
)
def test_the_speakers_own(behind: str) -> None:
    assert is_of_speaker(behind)


@pytest.mark.parametrize(
    "behind",
    [
        " of its victims",
        " of the country's soldiers",
        " soldiers of his",
        " of them civilians",
        ", and his soldiers fled",
        "",
    ],
)
def test_not_the_speakers_own(behind: str) -> None:
    assert not is_of_speaker(behind)
