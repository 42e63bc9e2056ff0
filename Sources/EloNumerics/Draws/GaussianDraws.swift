package import KernelTypes
import Kernels

/// Draws from N(0, V), sixteen at a time and the same ones for the same seed: all that is asked of
/// one estimate is answered from common random numbers.
///
/// A block of sixteen is made when it is asked for and is the caller's to drop: all of them together
/// would be the largest thing in the process.
///
/// Only differences between models may be used: where V is singular along 11ᵀ, as it is in a
/// gauge, a multiple of 11ᵀ is added, which no difference sees.
package struct GaussianDraws: Sendable {
  /// The number of draws, rounded up to a multiple of sixteen.
  package let count: Int
  /// The number of models, K.
  package let modelCount: Int
  private let source: Source
  private let seed: UInt64
  private let layers = ZigguratLayers()
  private let kernels: KernelTable

  private enum Source {
    /// The standard deviations of independent models.
    case independent([Float])
    /// The Cholesky factor of the covariance, K² entries row by row.
    case correlated([Float])
  }

  /// Draws for the `models` of a covariance, renumbered from 0 in their order.
  ///
  /// Where the covariance is singular for other reasons than the gauge, as it is where some models
  /// only ever tied, a share of 1e-9 of its mean is added to the diagonal, or as much as it takes.
  ///
  /// - Complexity: O(K³) for K models; O(K²) memory.
  package init(
    _ covariance: Covariance, models: [Int], count: Int, seed: UInt64,
    kernels: KernelTable = .baseline
  ) {
    switch covariance {
    case .independent(let variance):
      source = .independent(models.map { Float(variance[$0].squareRoot()) })
    case .dense(let matrix):
      let factor = CholeskyFactor(regularising: matrix.differencesOnly(models), kernels: kernels)
      source = .correlated(factor.lowerTriangle)
    }
    self.count = (count + 15) / 16 * 16
    modelCount = models.count
    self.seed = seed
    self.kernels = kernels
  }

  /// Writes the draws of one block, of which there are count/16, into `draws`.
  ///
  /// - Parameters:
  ///   - normals: one entry a model, overwritten.
  ///   - draws: one entry a model.
  /// - Complexity: O(K²).
  package func draw(block: Int, _ normals: inout [DrawLanes], into draws: inout [DrawLanes]) {
    var stream = NormalStream(
      RandomStream(seed: seed, purpose: .normalDraws, index: block), layers)
    switch source {
    case .independent(let deviations):
      stream.fill(&draws)
      for model in 0..<modelCount { draws[model] *= deviations[model] }
    case .correlated(let factor):
      stream.fill(&normals)
      var results = draws.mutableSpan
      kernels.correlate(factor.span, modelCount, normals.span, &results)
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
