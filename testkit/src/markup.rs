//! What must hold of any page: well-formed, every id once, every input named, nothing inline, no missing word.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

/// All that is wrong with a document.
pub fn faults(document: &str) -> Vec<String> {
    let parsed = Html::parse_document(document);
    let mut faults: Vec<String> = parsed.errors.iter().map(|error| format!("markup: {error}")).collect();
    if let Some(at) = document.find('⟦') {
        faults.push(format!("missing word: {}", document[at..].chars().take(80).collect::<String>()));
    }
    let mut ids = BTreeSet::new();
    for element in all(&parsed, "[id]") {
        let id = element.attr("id").unwrap_or("");
        if !ids.insert(id) {
            faults.push(format!("id twice: {id}"));
        }
    }
    for (selector, attribute) in [
        ("label[for]", "for"),
        ("[aria-describedby]", "aria-describedby"),
        ("[aria-labelledby]", "aria-labelledby"),
    ] {
        for element in all(&parsed, selector) {
            for id in element.attr(attribute).unwrap_or("").split_whitespace().filter(|id| !ids.contains(id))
            {
                faults.push(format!("{attribute}={id} leads nowhere"));
            }
        }
    }
    let labelled: BTreeSet<_> =
        all(&parsed, "label").into_iter().filter_map(|label| label.attr("for")).collect();
    for input in all(&parsed, "input:not([type=hidden]):not([hidden]), select, textarea") {
        let named =
            input.attr("id").is_some_and(|id| labelled.contains(id)) || input.attr("aria-label").is_some();
        if !named {
            faults.push(format!("no label: {}", input.html()));
        }
    }
    for element in all(&parsed, "button, a, summary") {
        let silent = element.text().all(|text| text.trim().is_empty());
        if silent && all_in(element, "img[alt]:not([alt=''])").is_empty() {
            faults.push(format!("no words: {}", element.html()));
        }
    }
    for element in all(&parsed, "[style], style, script:not([src]), [onclick], [onload], [onsubmit]") {
        faults.push(format!("inline: {}", element.html()));
    }
    for form in all(&parsed, "form[method=post]") {
        if all_in(form, "input[name=csrf]").is_empty() {
            faults.push(format!("no form token: {}", form.html()));
        }
    }
    faults
}

fn all<'a>(parsed: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    parsed.select(&Selector::parse(selector).unwrap()).collect()
}

fn all_in<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn faults_are_found() {
        let page = |body: &str| {
            format!(
                "<!doctype html><html lang=\"fr\"><head><title>x</title></head><body>{body}</body></html>"
            )
        };
        for right in ["<p>Bonjour</p>", "<a href=\"/x\"><img src=\"/x\" alt=\"La photo\"></a>"] {
            assert_eq!(faults(&page(right)), Vec::<String>::new());
        }
        for wrong in [
            "<p id=\"a\"></p><p id=\"a\"></p>",
            "<input name=\"x\">",
            "<a href=\"/\"></a>",
            "<a href=\"/\"><img src=\"/x\" alt=\"\"></a>",
            "<p style=\"color:red\">x</p>",
            "<form method=\"post\"><button>x</button></form>",
            "⟦unit-name⟧",
            "<p></div>",
        ] {
            assert_eq!(faults(&page(wrong)).len(), 1, "{wrong}: {:?}", faults(&page(wrong)));
        }
    }
}
