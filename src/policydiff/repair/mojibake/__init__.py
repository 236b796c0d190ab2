from policydiff.repair.finding import Finding
KIND = "mojibake"
def find(text: str) -> list[Finding]:
    return []
