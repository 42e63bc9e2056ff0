package import KernelTypes

// These sources are compiled twice: as they are, and for x86-64-v3. What is compiled for the latter
// must not use generics of other modules beyond what is inlined: the linker keeps one copy of each
// specialisation and could give the AVX2 one to code that must run everywhere.
extension KernelTable {
  #if KERNELS_AVX2
    /// The kernels for processors with AVX2 (x86-64-v3).
    package static var avx2: KernelTable { compiled("avx2") }
  #else
    /// The kernels for any processor of the target architecture.
    package static var baseline: KernelTable { compiled("baseline") }
  #endif
}

/// The kernels of this module. Closure literals, because functions with `inout MutableSpan` cannot
/// be stored by name.
private func compiled(_ name: String) -> KernelTable {
  KernelTable(
    name: name,
    exponentials: { exponentialsOfLanes($0, &$1) },
    pairSums: { addPairSums($0, $1, $2, $3, &$4) },
    gradient: { finishGradient($0, $1, $2, &$3) },
    pairCurvatures: { findPairCurvatures($0, $1, $2, $3, &$4) },
    informationProduct: { addInformationProduct($0, $1, $2, $3, &$4) },
    addProduct: { addPanelProduct($0, $1, $2, $3, $4, &$5) },
    drawCells: { drawCellFrequencies($0, $1, $2, &$3, &$4, &$5, &$6) },
    addSingleBattles: { addBattlesOneByOne($0, $1, $2, $3, $4, &$5, &$6, &$7) },
    openingGradient: { findOpeningGradient($0, $1, $2, $3, $4, &$5, &$6) },
    chordStep: { takeChordStep($0, $1, &$2, &$3) },
    correlate: { correlateNormals($0, $1, $2, &$3) },
    largestOfAllPairs: { findLargestOfAllPairs($0, $1, $2, $3, &$4) },
    stepDownChanges: { findStepDownChanges($0, $1, $2, $3, $4, &$5) },
    countLeads: { countLeadingDraws($0, $1, $2, $3, $4, $5, $6, &$7, &$8) })
}
