import Testing

@testable import Reporting

struct DecimalFormatTests {
  // Computed by Python's decimal from the exact value of each double, ROUND_HALF_UP.
  private static let goldens: [(value: Double, decimals: Int, text: String)] = [
    (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-0.5, 0, "-1"), (-0.4, 0, "0"),
    (-0.0, 2, "0.00"), (0.125, 2, "0.13"), (1.005, 2, "1.00"), (2.675, 2, "2.67"),
    (0.15, 1, "0.1"), (0.25, 1, "0.3"), (0.35, 1, "0.3"), (1e-300, 3, "0.000"),
    (9.9999999, 3, "10.000"), (0.99999, 4, "1.0000"), (999.9996, 3, "1000.000"),
    (1_000_000_000_000_000.5, 0, "1000000000000001"), (0x1p53, 1, "9007199254740992.0"),
    (1e22, 0, "10000000000000000000000"),
    (-1.2345678901234568e+20, 2, "-123456789012345683968.00"), (0.1, 15, "0.100000000000000"),
    (.leastNonzeroMagnitude, 15, "0.000000000000000"), (1124.0778, 0, "1124"),
    (1079.3946, 1, "1079.4"),
    (3.2544, 2, "3.25"), (0.0005, 3, "0.001"), (0x1p63, 0, "9223372036854775808"),
    (0x1p64, 1, "18446744073709551616.0"), (0.3, 15, "0.300000000000000"),
    (-3656.3575588759877, 12, "-3656.357558875988"), (2637.7461897661406, 4, "2637.7462"),
    (-3820.8129632893897, 12, "-3820.812963289390"), (-505.08935211261905, 10, "-505.0893521126"),
    (-1203.8477667627221, 3, "-1203.848"), (-4061.4041322576513, 0, "-4061"),
    (2671.5762914796205, 11, "2671.57629147962"), (3018.2636699648356, 9, "3018.263669965"),
  ]

  @Test func roundsTheExactValueWithTiesAwayFromZero() {
    for (value, decimals, text) in Self.goldens {
      let format = DecimalFormat(decimals: decimals, minus: .ascii)
      #expect(format.text(value) == text, "\(value) to \(decimals) decimals")
    }
  }

  @Test func writesTheLargestNumberWithAllItsDigits() {
    let digits = """
      1797693134862315708145274237317043567980705675258449965989174768031572607800285387605895586\
      3276687817154045895351438246423432132688946418276846754670353751698604991057655128207624549\
      0090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738\
      177180919299881250404026184124858368
      """
    #expect(DecimalFormat(decimals: 0).text(.greatestFiniteMagnitude) == digits)
    #expect(DecimalFormat(decimals: 1).text(-.greatestFiniteMagnitude) == "−\(digits).0")
  }

  /// Multiples of 1/16 are exact, and a quarter of them are ties at three decimals: the reference is
  /// arithmetic of integers.
  @Test func agreesWithIntegersOnExactFractions() {
    for sixteenths in -4000...4000 {
      let value = Double(sixteenths) / 16
      let thousandths = (sixteenths.magnitude * 1000 + 8) / 16
      let fraction = String(thousandths % 1000)
      let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
      let sign = sixteenths < 0 && thousandths > 0 ? "-" : ""
      let expected = "\(sign)\(thousandths / 1000).\(padded)"
      #expect(DecimalFormat(decimals: 3, minus: .ascii).text(value) == expected)
    }
  }

  @Test func namesWhatIsNotANumber() {
    #expect(DecimalFormat(decimals: 1).text(.infinity) == "∞")
    #expect(DecimalFormat(decimals: 1).text(-.infinity) == "−∞")
    #expect(DecimalFormat(decimals: 1).text(.nan) == "n/a")
  }

  @Test func shortestDropsTheZerosAndTheNoise() {
    #expect(DecimalFormat.shortest(0.57 * 100) == "57")
    #expect(DecimalFormat.shortest(0.5) == "0.5")
    #expect(DecimalFormat.shortest(1000) == "1000")
    #expect(DecimalFormat.shortest(-0.25) == "−0.25")
  }
}
