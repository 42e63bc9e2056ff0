// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

// In optimised builds, too, what is tested is optimised and the tests are not: it would take longer than they
// run.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"],
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

// The kernels a second time, compiled for x86-64-v3 from the same sources, which
// Sources/KernelsAVX2/Kernels links to. Unsafe flags bar a target from library products, so only
// the executables and tests see it, through KernelDispatch.
#if arch(x86_64)
  let processorKernels: [Target] = [
    .target(
      name: "KernelsAVX2", dependencies: ["KernelTypes"],
      swiftSettings: strict + [
        .define("KERNELS_AVX2"), .unsafeFlags(["-Xcc", "-march=x86-64-v3"]),
      ])
  ]
#else
  let processorKernels: [Target] = []
#endif

// A sanitizer's build needs few of the test targets: where the environment names some, the others are left
// out. Without it, and for packages that depend on this one, nothing changes.
let testTargets = Context.environment["DEADHEAT_TEST_TARGETS"]?.split(separator: ",")

let package = Package(
  name: "deadheat",
  products: [
    .library(name: "Battles", targets: ["Battles"]),
    .library(name: "Ingest", targets: ["Ingest"]),
    .library(name: "EloNumerics", targets: ["EloNumerics"]),
    .library(name: "EloInference", targets: ["EloInference"]),
    .executable(name: "deadheat", targets: ["deadheat"]),
  ],
  targets: [
    module("SafeText"),
    module("Battles"),
    module("Threads"),
    module("Ingest", ["Battles", "SafeText", "Threads"]),
    module("KernelTypes"),
    module("Kernels", ["KernelTypes"]),
    .target(name: "CPUProbe"),
    module(
      "KernelDispatch",
      ["CPUProbe", "KernelTypes", "Kernels"] + processorKernels.map { .byName(name: $0.name) }),
    module("EloNumerics", ["Battles", "KernelTypes", "Kernels", "Threads"]),
    module(
      "EloInference", ["Battles", "EloNumerics", "KernelTypes", "Kernels", "Threads"]),
    module("Simulation", ["Battles", "EloNumerics", "KernelTypes"]),
    module("Reporting", ["Battles", "EloNumerics", "EloInference", "SafeText", "Simulation"]),
    module("CommandLineKit", ["SafeText"]),
    module(
      "DeadheatCLI",
      [
        "Battles", "Ingest", "EloNumerics", "EloInference", "KernelDispatch", "KernelTypes",
        "Reporting", "CommandLineKit", "SafeText", "Simulation",
      ]),
    .executableTarget(
      name: "deadheat", dependencies: ["CommandLineKit", "DeadheatCLI"], swiftSettings: strict),
    .executableTarget(
      name: "deadheat-bench",
      dependencies: [
        "Battles", "CommandLineKit", "DeadheatCLI", "EloInference", "EloNumerics", "Ingest",
        "KernelDispatch", "KernelTypes", "Simulation", "Threads",
      ], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("SafeTextTests", ["SafeText"]),
    tests("BattlesTests", ["Battles"]),
    tests("ThreadsTests", ["Threads"]),
    tests("IngestTests", ["Battles", "Ingest"]),
    tests("KernelsTests", ["KernelDispatch", "KernelTypes"]),
    tests(
      "EloNumericsTests",
      ["Battles", "EloNumerics", "Ingest", "KernelDispatch", "KernelTypes", "Kernels"]),
    tests("SimulationTests", ["Battles", "EloNumerics", "Simulation"]),
    tests("EloInferenceTests", ["Battles", "EloNumerics", "EloInference", "Ingest", "Simulation"]),
    tests("ReportingTests", ["Battles", "EloNumerics", "EloInference", "Reporting", "SafeText"]),
    tests("ExampleTests", ["Battles", "EloNumerics", "EloInference", "Ingest"]),
    tests("CommandLineKitTests", ["CommandLineKit"]),
    tests(
      "DeadheatCLITests",
      ["Battles", "CommandLineKit", "DeadheatCLI", "EloInference", "EloNumerics", "Ingest"]),
    tests(
      "DeadheatBenchTests",
      [
        "Battles", "CommandLineKit", "EloNumerics", "KernelDispatch", "KernelTypes",
        "deadheat-bench",
      ]),
  ].filter { $0.type != .test || testTargets?.contains($0.name[...]) ?? true } + processorKernels,
  swiftLanguageModes: [.v6]
)
