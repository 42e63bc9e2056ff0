import Testing

@testable import SafeText

struct ShorteningTests {
  @Test func leavesOutTheMiddleOfLongNames() {
    let name = "claude-opus-4-20250514-thinking-16k"
    #expect(Shortening.shortened(name, to: 35) == name)
    #expect(Shortening.shortened(name, to: 20) == "claude-opus-…ing-16k")
    #expect(Shortening.shortened("通义千问大模型", to: 8) == "通义…型")
  }
}
