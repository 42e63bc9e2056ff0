import Testing

@testable import deadheat_bench

struct DecimalsTests {
  @Test func roundsAndGroups() {
    #expect(Decimals.text(1234.5678, places: 2) == "1,234.57")
    #expect(Decimals.text(0.0449, places: 2) == "0.04")
    #expect(Decimals.text(0.999, places: 1) == "1.0")
    #expect(Decimals.text(1_234_567, places: 0) == "1,234,567")
    #expect(Decimals.milliseconds(0.00123) == "1.23")
    #expect(Decimals.milliseconds(0.0456) == "45.6")
    #expect(Decimals.milliseconds(1.5) == "1,500")
  }
}
