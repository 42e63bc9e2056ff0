import SafeText
import Testing

@testable import Reporting

@Suite struct ShortNamesTests {
  private func texts(_ names: [String], _ width: Int) -> [String] {
    let short = ShortNames(names, width: width)
    return names.map(short.text)
  }

  @Test func namesThatStayApartAreShortenedAsUsual() {
    let names = ["claude-opus-4-20250514-thinking-16k", "gpt-4.1-2025-04-14-preview", "o3"]
    #expect(texts(names, 20) == names.map { PrintableName.text($0, width: 20) })
    #expect(texts(names, 80) == names)
  }

  /// At 17 columns the usual elision makes both `claude-opu…inking`.
  @Test func theirDifferenceStays() {
    let names = ["claude-opus-4-6-thinking", "claude-opus-4-7-thinking", "gemini-3-pro-preview-x"]
    #expect(
      texts(names, 17) == ["claude…6-thinking", "claude…7-thinking", "gemini-3-p…view-x"])
  }

  /// Neither the beginning nor the end of such names has room for what differs.
  @Test func theirMiddleStaysWhereOnlyThatDiffers() {
    let (start, end) = (String(repeating: "s", count: 40), String(repeating: "e", count: 40))
    let names = [start + "-1-" + end, start + "-2-" + end, start + "-3-" + end]
    #expect(texts(names, 16) == ["sss…-1-eeeeeeee…", "sss…-2-eeeeeeee…", "sss…-3-eeeeeeee…"])
  }

  /// The same name in two rows is one name.
  @Test func aNameMayStandTwice() {
    let name = "claude-opus-4-20250514-thinking-16k"
    #expect(texts([name, name], 20) == ["claude-opus-…ing-16k", "claude-opus-…ing-16k"])
  }

  @Test func aFormIsNotTheNameOfAnother() {
    let names = ["clau…4-6-thinking", "claude-opus-4-6-thinking", "claude-opus-4-7-thinking"]
    #expect(Set(texts(names, 17)).count == 3)
  }

  /// Families of names with one, two or three parts that differ.
  @Test(arguments: [10, 13, 16, 17, 20, 24, 28])
  func manyAlikeNamesStayApartAndWithinTheirWidth(width: Int) {
    let ends = ["thinking", "thinking-16k", "thinking-32k", "preview", "20250514-thinking"]
    var names = ends.flatMap { end in (1...9).map { "claude-sonnet-4-\($0)-\(end)" } }
    names += ends.map { "通义千问大模型-\($0)" } + ends.map { "qwen3-235b-a22b-instruct-\($0)" }
    let short = texts(names, width)
    #expect(Set(short).count == names.count, "\(short.sorted())")
    #expect(short.allSatisfy { DisplayWidth.of($0) <= width })
  }
}
