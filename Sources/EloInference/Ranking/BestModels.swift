/// The models that can be among the best few.
public struct BestModels: Sendable, Equatable {
  /// How many the best are.
  public let size: Int
  /// The ids of the models that can be among them, from the highest rating down: with the confidence
  /// of the test all of the true best are in here.
  public let models: [Int]
}
