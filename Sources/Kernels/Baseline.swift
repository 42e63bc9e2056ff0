package import KernelTypes

extension KernelTable {
  /// The kernels for any processor of the target architecture.
  package static let baseline = KernelTable(
    // Closure literals, because functions with `inout MutableSpan` cannot be stored by name.
    name: "baseline",
    exponentials: { exponentialsOfLanes($0, &$1) },
    pairSums: { addPairSums($0, $1, $2, $3, &$4) },
    gradient: { finishGradient($0, $1, $2, &$3) },
    pairCurvatures: { findPairCurvatures($0, $1, $2, $3, &$4) },
    informationProduct: { addInformationProduct($0, $1, $2, $3, &$4) },
    addProduct: { addPanelProduct($0, $1, $2, $3, $4, &$5) },
    drawCells: { drawCellFrequencies($0, $1, $2, &$3, &$4, &$5, &$6) },
    correlate: { correlateNormals($0, $1, $2, &$3) },
    largestOfAllPairs: { findLargestOfAllPairs($0, $1, $2, $3, &$4) },
    stepDownChanges: { findStepDownChanges($0, $1, $2, $3, $4, &$5) },
    countLeads: { countLeadingDraws($0, $1, $2, $3, $4, $5, $6, &$7, &$8) })
}
