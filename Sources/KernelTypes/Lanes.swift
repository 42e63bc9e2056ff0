/// Eight replicates, or eight columns of a matrix, side by side.
package typealias Lanes = SIMD8<Double>
/// Eight replicates' counts.
package typealias CountLanes = SIMD8<Int32>
/// Sixteen draws side by side, where seven digits are plenty.
package typealias DrawLanes = SIMD16<Float>
