import CommandLineKit
import EloInference

extension ModelOptions {
  /// Refuses options about the intervals of ratings, for a command that shows none.
  ///
  /// - Parameter exception: the method whose covariance the command can compare with, besides the
  ///   sandwich; `nil` for none.
  func refuseIntervals(_ command: String, unless exception: IntervalChoice?) throws(UsageError) {
    if let interval, interval != .sandwich, interval != exception {
      throw .conflict(
        "--ci is about intervals of ratings, which \(command) does not show; leave it out"
          + (exception == nil ? "" : ", or compare by model-based errors with --ci wald"))
    }
    if resamples != nil {
      throw .conflict("\(command) resamples nothing; leave out --resamples")
    }
  }
}
