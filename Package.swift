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

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

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
    module("Battles"),
    module("Ingest", ["Battles"]),
    module("KernelTypes"),
    module("Kernels", ["KernelTypes"]),
    module("EloNumerics", ["Battles", "KernelTypes", "Kernels"]),
    module("EloInference", ["Battles", "EloNumerics", "KernelTypes", "Kernels"]),
    module("Reporting", ["Battles", "EloNumerics", "EloInference"]),
    module("CommandLineKit"),
    module(
      "DeadheatCLI",
      ["Battles", "Ingest", "EloNumerics", "EloInference", "Reporting", "CommandLineKit"]),
    .executableTarget(
      name: "deadheat", dependencies: ["CommandLineKit", "DeadheatCLI"], swiftSettings: strict),
    .executableTarget(
      name: "deadheat-bench",
      dependencies: [
        "Battles", "CommandLineKit", "DeadheatCLI", "EloInference", "EloNumerics", "Ingest",
        "KernelTypes", "Kernels",
      ], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("BattlesTests", ["Battles"]),
    tests("IngestTests", ["Battles", "Ingest"]),
    tests("KernelsTests", ["KernelTypes", "Kernels"]),
    tests("EloNumericsTests", ["Battles", "EloNumerics", "Ingest", "KernelTypes", "Kernels"]),
    tests("EloInferenceTests", ["Battles", "EloNumerics", "EloInference", "Ingest"]),
    tests("ReportingTests", ["Battles", "EloNumerics", "EloInference", "Reporting"]),
    tests("CommandLineKitTests", ["CommandLineKit"]),
    tests(
      "DeadheatCLITests",
      ["Battles", "CommandLineKit", "DeadheatCLI", "EloInference", "EloNumerics", "Ingest"]),
    tests(
      "DeadheatBenchTests",
      ["Battles", "CommandLineKit", "EloNumerics", "Kernels", "deadheat-bench"]),
  ],
  swiftLanguageModes: [.v6]
)
