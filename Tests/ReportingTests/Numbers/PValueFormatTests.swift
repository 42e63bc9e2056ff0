import Testing

@testable import Reporting

struct PValueFormatTests {
  private let format = PValueFormat(level: 0.95)

  @Test(arguments: [
    (0.8165, "0.82"), (0.1085, "0.11"), (0.1, "0.10"), (0.043, "0.043"), (0.0042, "0.004"),
    (0.001, "0.001"), (0.00042, "0.0004"), (0.0001, "0.0001"), (0.00009, "< 0.0001"),
    (2e-25, "< 0.0001"), (0, "< 0.0001"), (1, "1.00"), (0.9951, "1.00"), (0.994, "0.99"),
  ])
  func writesAFewDigitsAndNeverZero(p: Double, text: String) {
    #expect(format.text(p) == text)
  }

  @Test func doesNotRoundAcrossTheErrorRate() {
    #expect(format.text(0.04996) == "0.04996")
    #expect(format.text(0.0504) == "0.050")
    #expect(PValueFormat(level: 0.9).text(0.0997) == "0.0997")
    #expect(PValueFormat(level: 0.999).text(0.00099) == "0.00099")
    #expect(PValueFormat(level: 0.999).text(0.000996) == "0.000996")
    for step in 1..<10_000 {
      let p = Double(step) / 100_000
      let printed = Double(format.text(p)) ?? 0
      #expect((p < 0.05) == (printed < 0.05), "\(p) is printed as \(printed)")
    }
  }

  @Test func statesARelation() {
    #expect(format.relation(0.8165) == "p = 0.82")
    #expect(format.relation(1e-9) == "p < 0.0001")
    #expect(format.relation(0.999) == "p = 1.00")
  }

  @Test(arguments: [
    (0.8165, "in about 82 of 100 tries"), (0.012, "in about 1 of 100 tries"),
    (0.0099, "in about 10 of 1,000 tries"), (0.004, "in about 4 of 1,000 tries"),
    (0.0004, "in about 4 of 10,000 tries"), (0.00001, "less than once in 10,000 tries"),
    (0.998, "in nearly all tries"), (1, "in nearly all tries"),
  ])
  func saysHowOften(p: Double, text: String) {
    #expect(format.frequency(p, of: "tries") == text)
  }
}
