package import KernelTypes
import Kernels

/// Draws from N(0, V), sixteen at a time and the same ones for the same seed: all that is asked of
/// one estimate is answered from common random numbers.
///
/// Only differences between models may be used: where V is singular along 11ᵀ, as it is in a
/// gauge, a multiple of 11ᵀ is added, which no difference sees.
package struct GaussianDraws: Sendable {
  /// The number of draws, rounded up to a multiple of sixteen.
  package let count: Int
  /// Blocks of sixteen draws, each `modelCount` long.
  package let blocks: [[DrawLanes]]

  /// Draws for the `models` of a covariance, renumbered from 0 in their order.
  ///
  /// Where the covariance is singular for other reasons than the gauge, as it is where some models
  /// only ever tied, a share of 1e-9 of its mean is added to the diagonal, or as much as it takes.
  ///
  /// - Complexity: O(K³ + count·K²) for K models; O(count·K) memory.
  package init(
    _ covariance: Covariance, models: [Int], count: Int, seed: UInt64, threads: Int,
    kernels: KernelTable = .baseline
  ) {
    let order = models.count
    let blockCount = (count + 15) / 16
    let source: DrawSource
    switch covariance {
    case .independent(let variance):
      source = .independent(models.map { Float(variance[$0].squareRoot()) })
    case .dense(let matrix):
      let factor = CholeskyFactor(regularising: matrix.differencesOnly(models), kernels: kernels)
      source = .correlated(factor.lowerTriangle, order)
    }
    let layers = ZigguratLayers()
    let workers = max(1, min(threads, blockCount))
    blocks = inParallel(workers) { worker in
      (blockCount * worker / workers..<blockCount * (worker + 1) / workers).map { block in
        source.block(block, order, seed, layers, kernels)
      }
    }.flatMap { $0 }
    self.count = blockCount * 16
  }
}

private enum DrawSource {
  case independent([Float])
  case correlated([Float], Int)

  func block(
    _ block: Int, _ order: Int, _ seed: UInt64, _ layers: ZigguratLayers, _ kernels: KernelTable
  ) -> [DrawLanes] {
    var normals = [DrawLanes](repeating: .zero, count: order)
    var stream = NormalStream(
      RandomStream(seed: seed, purpose: .normalDraws, index: block), layers)
    for model in 0..<order {
      for lane in 0..<16 { normals[model][lane] = Float(stream.next()) }
    }
    switch self {
    case .independent(let deviation):
      return zip(normals, deviation).map { $0 * $1 }
    case .correlated(let factor, let stride):
      var results = [DrawLanes](repeating: .zero, count: order)
      var span = results.mutableSpan
      kernels.correlate(factor.span, stride, normals.span, &span)
      return results
    }
  }
}

extension SymmetricMatrix {
  /// The rows and columns of `models`, centred, plus a multiple of 11ᵀ that makes the matrix
  /// positive definite without changing any variance of a difference.
  fileprivate func differencesOnly(_ models: [Int]) -> SymmetricMatrix {
    var part = SymmetricMatrix(zeros: models.count)
    for (row, i) in models.enumerated() {
      for (column, j) in models.enumerated() { part[row, column] = self[i, j] }
    }
    let weights = [Double](repeating: 1 / Double(models.count), count: models.count)
    var centred = part.centred(by: weights)
    let mean = centred.diagonal.reduce(0, +) / Double(models.count)
    for index in centred.storage.indices { centred.storage[index] += mean / Double(models.count) }
    return centred
  }
}
