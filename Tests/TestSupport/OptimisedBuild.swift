/// Whether the tests were built with optimisation.
///
/// Tests that simulate much carry `.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)")`: a
/// debug build, in which kernels are hundreds of times slower, reports them as skipped, by name. There
/// `DEADHEAT_TEST_ALL` in the environment runs them too, as sanitizers do.
public enum OptimisedBuild {
  /// Whether this is one, or all tests are asked for; the package manager defines `DEBUG` in builds that
  /// are none.
  public static let isThis = !isDebug || environmentVariable("DEADHEAT_TEST_ALL") != nil
  /// What a skipped test prints.
  public static let isNeeded: StaticString = "simulates much: the optimised run has it"

  #if DEBUG
    private static let isDebug = true
  #else
    private static let isDebug = false
  #endif
}
