import Testing

@testable import Reporting

struct LineWrapTests {
  @Test func breaksAtSpacesAndIndents() {
    let lines = LineWrap.lines("one two three four", width: 9, indent: 2, hanging: 4)
    #expect(lines == ["  one two", "    three", "    four"])
  }

  @Test func fillsALineToItsLastColumn() {
    #expect(LineWrap.lines("12345 789", width: 9) == ["12345 789"])
    #expect(LineWrap.lines("12345 7890", width: 9) == ["12345", "7890"])
    #expect(LineWrap.lines("通义 千问", width: 9) == ["通义 千问"])
    #expect(LineWrap.lines("通义 千问", width: 8) == ["通义", "千问"])
  }

  @Test func aWordThatIsTooWideStandsAlone() {
    #expect(LineWrap.lines("a enormous b", width: 4) == ["a", "enormous", "b"])
    #expect(LineWrap.lines("", width: 4) == [""])
  }

  @Test func doesNotBreakWithinAnIsolate() {
    let name = "\u{2068}מודל גדול\u{2069}"
    #expect(LineWrap.lines("the \(name) wins", width: 12) == ["the", name, "wins"])
  }
}
