#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one door to the C mathematics library.
package enum LibM {
  /// eˣ.
  package static func exp(_ x: Double) -> Double { exponential(x) }
  /// eˣ − 1, exact for small x.
  package static func expm1(_ x: Double) -> Double { exponentialLessOne(x) }
  /// The natural logarithm.
  package static func log(_ x: Double) -> Double { logarithm(x) }
  /// ln(1 + x), exact for small x.
  package static func log1p(_ x: Double) -> Double { logarithmOfOnePlus(x) }
  /// The complementary error function.
  package static func erfc(_ x: Double) -> Double { complementaryError(x) }
}

// Free functions, because inside the enum the names above would hide the library's.
private func exponential(_ x: Double) -> Double { exp(x) }
private func exponentialLessOne(_ x: Double) -> Double { expm1(x) }
private func logarithm(_ x: Double) -> Double { log(x) }
private func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
private func complementaryError(_ x: Double) -> Double { erfc(x) }
