import KernelTypes

extension DrawLanes {
  /// In each lane the larger number; `self` where one of them is not a number.
  ///
  /// Lane by lane, which compiles to one instruction a register: `replacing(with:where:)` takes five.
  @inline(__always)
  func larger(_ other: DrawLanes) -> DrawLanes {
    var result = self
    for lane in 0..<16 { result[lane] = other[lane] > self[lane] ? other[lane] : self[lane] }
    return result
  }

  /// In each lane the smaller number; `self` where one of them is not a number.
  @inline(__always)
  func smaller(_ other: DrawLanes) -> DrawLanes {
    var result = self
    for lane in 0..<16 { result[lane] = other[lane] < self[lane] ? other[lane] : self[lane] }
    return result
  }

  /// The magnitude of each lane.
  @inline(__always)
  var magnitudes: DrawLanes {
    // SAFETY: both types are sixteen 32-bit numbers in order; without its sign bit a Float is its
    // magnitude.
    let bits = unsafe unsafeBitCast(self, to: SIMD16<UInt32>.self)
    // SAFETY: as above.
    return unsafe unsafeBitCast(bits & SIMD16<UInt32>(repeating: 0x7FFF_FFFF), to: DrawLanes.self)
  }
}

/// Whether any lane of `mask` is set.
///
/// Folded by halves, since the standard library's `any` becomes a call that goes lane by lane.
@inline(__always)
func anyLane(_ mask: SIMDMask<SIMD16<Int32>>) -> Bool {
  let lanes = SIMD16<Int32>.zero.replacing(with: -1, where: mask)
  let eight = lanes.lowHalf | lanes.highHalf
  let four = eight.lowHalf | eight.highHalf
  let two = four.lowHalf | four.highHalf
  return two.x | two.y != 0
}

/// The sum of all lanes, folded like `anyLane`: the standard library's is a shared function.
@inline(__always)
func laneSum(_ lanes: SIMD16<Int32>) -> Int32 {
  let eight = lanes.lowHalf &+ lanes.highHalf
  let four = eight.lowHalf &+ eight.highHalf
  let two = four.lowHalf &+ four.highHalf
  return two.x &+ two.y
}

/// One in each of the first `count` lanes, zero in the others.
@inline(__always)
func firstLanes(_ count: Int) -> SIMD16<Int32> {
  let numbers = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  return .zero.replacing(with: 1, where: numbers .< SIMD16(repeating: Int32(count)))
}
