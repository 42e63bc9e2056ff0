import KernelTypes

/// exp in eight lanes: x = k·ln 2 + r with |r| ≤ ½ ln 2, a Taylor polynomial of degree 13 in r, and
/// k added to the exponent bits.
///
/// - Precondition: |x| ≤ 700, so that the exponent neither overflows nor turns subnormal.
@inline(__always)
func exponential(_ x: Lanes) -> Lanes {
  // Adding 1.5·2⁵² rounds to an integer, and leaves it in the low bits.
  let shifted = x * 1.442695040888963407 + 0x1.8p52
  let k = shifted - 0x1.8p52
  // ln 2 in two parts; the first has trailing zeros enough that k times it is exact.
  let r = (x - k * 0x1.62e42fefa0000p-1) - k * 0x1.cf79abc9e3b3ap-40
  var polynomial = r * (1.0 / 6_227_020_800) + 1.0 / 479_001_600
  polynomial = polynomial * r + 1.0 / 39_916_800
  polynomial = polynomial * r + 1.0 / 3_628_800
  polynomial = polynomial * r + 1.0 / 362_880
  polynomial = polynomial * r + 1.0 / 40_320
  polynomial = polynomial * r + 1.0 / 5_040
  polynomial = polynomial * r + 1.0 / 720
  polynomial = polynomial * r + 1.0 / 120
  polynomial = polynomial * r + 1.0 / 24
  polynomial = polynomial * r + 1.0 / 6
  polynomial = polynomial * r + 0.5
  // 1 + (r + r²·p) rather than Horner to the end: the last rounding is of a number near 1.
  let result = 1 + (r + r * r * polynomial)
  // SAFETY: both types are 64 bytes and any bit pattern is a value of either.
  let exponent = unsafe unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52
  let bits = unsafe unsafeBitCast(result, to: SIMD8<UInt64>.self) &+ exponent
  // SAFETY: as above.
  return unsafe unsafeBitCast(bits, to: Lanes.self)
}

func exponentialsOfLanes(_ values: Span<Lanes>, _ results: inout MutableSpan<Lanes>) {
  for index in values.indices { results[index] = exponential(values[index]) }
}
