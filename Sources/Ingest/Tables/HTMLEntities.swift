/// Characters that HTML writes as `&name;` or `&#number;`.
enum HTMLEntities {
  /// The bytes that the entity at the front of `text`, which begins with `&`, stands for, and its length;
  /// the `&` itself where it begins none.
  ///
  /// - Parameter isOpen: whether the old names need no semicolon behind them, as in HTML, but not in Markdown.
  static func decoded(
    _ text: ArraySlice<UInt8>, isOpen: Bool = false
  ) -> (bytes: [UInt8], length: Int) {
    let near = text.dropFirst().prefix(12)
    guard let end = near.firstIndex(of: ASCII.semicolon), end > near.startIndex,
      near[..<end].allSatisfy({ $0 == ASCII.hash || isNameByte($0) })
    else {
      return isOpen ? unended(near) : ([UInt8(ascii: "&")], 1)
    }
    let name = String(decoding: near[..<end], as: UTF8.self)
    let length = end + 1 - text.startIndex
    let scalar: Unicode.Scalar?
    if name.utf8.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.utf8.first.map(ASCII.lowercased) == UInt8(ascii: "x")
      scalar =
        (isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
        .flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    } else {
      scalar = named[name]
    }
    guard let scalar else { return isOpen ? unended(near) : ([UInt8(ascii: "&")], 1) }
    return (Array(String(scalar).utf8), length)
  }

  /// The longest of the old names at the front of a text without a semicolon.
  private static func unended(_ near: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int) {
    let letters = near.prefix(while: isNameByte)
    for length in stride(from: letters.count, to: 1, by: -1) {
      let name = String(decoding: letters.prefix(length), as: UTF8.self)
      guard old.contains(name), let scalar = named[name] else { continue }
      return (Array(String(scalar).utf8), length + 1)
    }
    return ([UInt8(ascii: "&")], 1)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(ASCII.lowercased(byte))
      || (ASCII.zero...ASCII.nine).contains(byte)
  }

  /// The names of HTML 4, and further ones that boards use; spaces of all widths are spaces.
  private static let named: [String: Unicode.Scalar] = [
    "AElig": "Æ", "AMP": "&", "Aacute": "Á", "Acirc": "Â", "Agrave": "À", "Alpha": "Α",
    "Aring": "Å", "Atilde": "Ã", "Auml": "Ä", "Beta": "Β", "COPY": "©", "Cacute": "Ć",
    "Ccaron": "Č", "Ccedil": "Ç", "Chi": "Χ", "Dagger": "‡", "Delta": "Δ", "ETH": "Ð",
    "Eacute": "É", "Ecaron": "Ě", "Ecirc": "Ê", "Egrave": "È", "Epsilon": "Ε", "Eta": "Η",
    "Euml": "Ë", "GT": ">", "Gamma": "Γ", "Gbreve": "Ğ", "Hat": "^", "Iacute": "Í", "Icirc": "Î",
    "Idot": "İ", "Igrave": "Ì", "Iota": "Ι", "Iuml": "Ï", "Kappa": "Κ", "LT": "<", "Lambda": "Λ",
    "Lstrok": "Ł", "Mu": "Μ", "NewLine": " ", "Ntilde": "Ñ", "Nu": "Ν", "OElig": "Œ",
    "Oacute": "Ó", "Ocirc": "Ô", "Ograve": "Ò", "Omega": "Ω", "Omicron": "Ο", "Oslash": "Ø",
    "Otilde": "Õ", "Ouml": "Ö", "Phi": "Φ", "Pi": "Π", "Prime": "″", "Psi": "Ψ", "QUOT": "\"",
    "REG": "®", "Rho": "Ρ", "Sacute": "Ś", "Scaron": "Š", "Scedil": "Ş", "Sigma": "Σ",
    "Star": "⋆", "THORN": "Þ", "Tab": " ", "Tau": "Τ", "Theta": "Θ", "Uacute": "Ú", "Uarr": "↟",
    "Ucirc": "Û", "Ugrave": "Ù", "Upsilon": "Υ", "Uuml": "Ü", "Xi": "Ξ", "Yacute": "Ý",
    "Yuml": "Ÿ", "Zcaron": "Ž", "Zeta": "Ζ", "aacute": "á", "acirc": "â", "acute": "´",
    "aelig": "æ", "agrave": "à", "alefsym": "ℵ", "alpha": "α", "amacr": "ā", "amp": "&",
    "and": "∧", "ang": "∠", "aogon": "ą", "apos": "'", "aring": "å", "ast": "*", "asymp": "≈",
    "atilde": "ã", "auml": "ä", "bdquo": "„", "beta": "β", "bigstar": "★", "blank": "␣",
    "block": "█", "brvbar": "¦", "bsol": "\\", "bull": "•", "cacute": "ć", "cap": "∩",
    "ccaron": "č", "ccedil": "ç", "cedil": "¸", "cent": "¢", "check": "✓", "chi": "χ",
    "circ": "ˆ", "clubs": "♣", "colon": ":", "comma": ",", "commat": "@", "cong": "≅",
    "copy": "©", "crarr": "↵", "cross": "✗", "cup": "∪", "curren": "¤", "dArr": "⇓",
    "dagger": "†", "darr": "↓", "dash": "‐", "deg": "°", "delta": "δ", "diams": "♦",
    "divide": "÷", "dollar": "$", "dstrok": "đ", "dtri": "▿", "dtrif": "▾", "eacute": "é",
    "ecaron": "ě", "ecirc": "ê", "egrave": "è", "emacr": "ē", "empty": "∅", "emsp": " ",
    "emsp13": " ", "emsp14": " ", "ensp": " ", "eogon": "ę", "epsilon": "ε", "equals": "=",
    "equiv": "≡", "eta": "η", "eth": "ð", "euml": "ë", "euro": "€", "excl": "!", "exist": "∃",
    "female": "♀", "fnof": "ƒ", "forall": "∀", "frac12": "½", "frac13": "⅓", "frac14": "\u{BC}",
    "frac15": "⅕", "frac23": "⅔", "frac34": "\u{BE}", "frasl": "⁄", "gamma": "γ", "gbreve": "ğ",
    "ge": "≥", "grave": "`", "gt": ">", "hArr": "⇔", "hairsp": " ", "half": "½", "harr": "↔",
    "hearts": "♥", "hellip": "…", "horbar": "―", "hyphen": "‐", "iacute": "í", "icirc": "î",
    "iexcl": "¡", "igrave": "ì", "imacr": "ī", "image": "ℑ", "infin": "∞", "inodot": "ı",
    "int": "∫", "iota": "ι", "iquest": "¿", "isin": "∈", "iuml": "ï", "kappa": "κ", "lArr": "⇐",
    "lambda": "λ", "lang": "〈", "laquo": "«", "larr": "←", "lbrace": "{", "lbrack": "[",
    "lceil": "⌈", "lcub": "{", "ldquo": "“", "le": "≤", "lfloor": "⌊", "lowast": "∗",
    "lowbar": "_", "loz": "◊", "lpar": "(", "lrm": "\u{200E}", "lsaquo": "‹", "lsqb": "[",
    "lsquo": "‘", "lstrok": "ł", "lt": "<", "ltrif": "◂", "macr": "¯", "male": "♂", "mdash": "—",
    "micro": "µ", "middot": "·", "minus": "\u{2212}", "mu": "μ", "nabla": "∇", "nacute": "ń",
    "nbsp": " ", "ncaron": "ň", "ndash": "–", "ne": "≠", "nearr": "↗", "ni": "∋", "not": "¬",
    "notin": "∉", "nsub": "⊄", "ntilde": "ñ", "nu": "ν", "num": "#", "numsp": " ", "nwarr": "↖",
    "oacute": "ó", "ocirc": "ô", "odblac": "ő", "oelig": "œ", "ograve": "ò", "oline": "‾",
    "omacr": "ō", "omega": "ω", "omicron": "ο", "oplus": "⊕", "or": "∨", "ordf": "ª",
    "ordm": "º", "oslash": "ø", "otilde": "õ", "otimes": "⊗", "ouml": "ö", "para": "¶",
    "part": "∂", "percnt": "%", "period": ".", "permil": "‰", "perp": "⊥", "phi": "φ",
    "phone": "☎", "pi": "π", "piv": "ϖ", "plus": "+", "plusmn": "±", "pound": "£", "prime": "′",
    "prod": "∏", "prop": "∝", "psi": "ψ", "puncsp": " ", "quest": "?", "quot": "\"", "rArr": "⇒",
    "radic": "√", "rang": "〉", "raquo": "»", "rarr": "→", "rbrace": "}", "rbrack": "]",
    "rcaron": "ř", "rceil": "⌉", "rcub": "}", "rdquo": "”", "real": "ℜ", "reg": "®",
    "rfloor": "⌋", "rho": "ρ", "rlm": "\u{200F}", "rpar": ")", "rsaquo": "›", "rsqb": "]",
    "rsquo": "’", "rtrif": "▸", "sacute": "ś", "sbquo": "‚", "scaron": "š", "scedil": "ş",
    "sdot": "⋅", "searr": "↘", "sect": "§", "semi": ";", "shy": "\u{AD}", "sigma": "σ",
    "sigmaf": "ς", "sim": "∼", "sol": "/", "spades": "♠", "star": "☆", "starf": "★", "sub": "⊂",
    "sube": "⊆", "sum": "∑", "sup": "⊃", "sup1": "¹", "sup2": "²", "sup3": "³", "supe": "⊇",
    "swarr": "↙", "szlig": "ß", "tau": "τ", "there4": "∴", "theta": "θ", "thetasym": "ϑ",
    "thinsp": " ", "thorn": "þ", "tilde": "˜", "times": "×", "trade": "™", "uArr": "⇑",
    "uacute": "ú", "uarr": "↑", "ucirc": "û", "udblac": "ű", "ugrave": "ù", "umacr": "ū",
    "uml": "¨", "upsih": "ϒ", "upsilon": "υ", "uring": "ů", "utri": "▵", "utrif": "▴",
    "uuml": "ü", "verbar": "|", "vert": "|", "weierp": "℘", "xi": "ξ", "yacute": "ý", "yen": "¥",
    "yuml": "ÿ", "zcaron": "ž", "zeta": "ζ", "zwj": "\u{200D}", "zwnj": "\u{200C}",
  ]

  /// The names that HTML takes without a semicolon.
  private static let old: Set<String> = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN
    Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar
    ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34
    gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute
    ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1
    sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
