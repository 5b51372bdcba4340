//! Reads the colours of `tokens.css` and computes what the eye gets (WCAG 2.2, relative luminance).

use std::collections::BTreeMap;

const TOKENS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend/styles/tokens.css"));

type Colours = BTreeMap<String, [f64; 3]>;

/// The rule that begins with `selector`, its colours by name.
fn colours(selector: &str) -> Colours {
    let rule = TOKENS.split_once(selector).unwrap().1.split_once('}').unwrap().0;
    rule.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let hex = value.strip_suffix(';').filter(|hex| hex.len() == 6)?;
            let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            Some((name.to_owned(), [part(0), part(2), part(4)]))
        })
        .collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// Text on what it may stand on: 4.5:1. What only marks a control: 3:1.
fn faults(theme: &str, colours: &Colours) -> Vec<String> {
    let grounds = ["paper", "card", "rail", "sunk"];
    let mut pairs = Vec::new();
    for text in ["ink", "quiet", "river", "ember", "joined", "kept", "soon", "late"] {
        pairs.extend(["paper", "card"].map(|ground| (text, ground, 4.5)));
    }
    for text in ["ink", "quiet"] {
        pairs.extend(grounds.map(|ground| (text, ground, 4.5)));
    }
    for side in ["river", "ember", "joined", "kept", "soon", "late"] {
        let wash: &'static str =
            ["river-wash", "ember-wash", "joined-wash", "kept-wash", "soon-wash", "late-wash"]
                .into_iter()
                .find(|w| w.starts_with(side))
                .unwrap();
        pairs.extend([("ink", wash, 4.5), (side, wash, 4.5), ("quiet", wash, 4.5)]);
    }
    pairs.extend([("river-deep", "river-wash", 4.5), ("ember-deep", "ember-wash", 4.5)]);
    pairs.extend([("on-action", "action", 4.5), ("on-action", "action-over", 4.5), ("card", "late", 4.5)]);
    pairs.extend([("edge", "card", 3.0), ("edge", "paper", 3.0), ("joined", "paper", 3.0)]);
    pairs
        .into_iter()
        .map(|(text, ground, least)| (text, ground, least, ratio(colours[text], colours[ground])))
        .filter(|(_, _, least, got)| got < least)
        .map(|(text, ground, least, got)| format!("{theme}: {text} on {ground} is {got:.2}, not {least}"))
        .collect()
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let light = faults("light", &colours(":root {"));
    let dark = faults("dark", &colours(":root[data-theme=\"dark\"] {"));
    assert!(light.is_empty() && dark.is_empty(), "{:#?}", [light, dark].concat());
}

#[test]
fn both_dark_lists_are_the_same() {
    assert_eq!(colours(":root:not([data-theme=\"light\"]) {"), colours(":root[data-theme=\"dark\"] {"));
    assert!(colours(":root {").keys().eq(colours(":root[data-theme=\"dark\"] {").keys()));
}

#[test]
fn black_on_white_is_twenty_one() {
    assert!((ratio([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
}
