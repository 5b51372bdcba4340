//! Routes that remember themselves.

use std::collections::BTreeSet;

use axum::{
    Router,
    extract::RawPathParams,
    handler::Handler,
    routing::{get, post},
};

use crate::{Go, Site};

/// The two methods that pages have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes.
    Post,
}

/// A route as it was declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Its method.
    pub method: Method,
    /// Its path, with `{names}`.
    pub path: &'static str,
    /// Whether requests leave no trace of when they came: no line in the log, no count, no mark on the session (PRV-07).
    pub unseen: bool,
}

/// A room's routes, one line each.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<Site>,
    declared: Vec<Declared>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page to read.
    pub fn get<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.declared.push(Declared { method: Method::Get, path, unseen: false });
        self.router = self.router.route(path, get(handler));
        self
    }

    /// A form to send.
    pub fn post<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.declared.push(Declared { method: Method::Post, path, unseen: false });
        self.router = self.router.route(path, post(handler));
        self
    }

    /// What was declared.
    pub fn declared(&self) -> &[Declared] {
        &self.declared
    }

    /// None of the routes declared so far leaves a trace of when it was asked.
    pub fn unseen(mut self) -> Self {
        self.declared.iter_mut().for_each(|declared| declared.unseen = true);
        self
    }

    /// The paths that leave no trace.
    pub fn unseen_paths(&self) -> Vec<&'static str> {
        self.declared.iter().filter(|declared| declared.unseen).map(|declared| declared.path).collect()
    }

    /// Another room's routes beside these.
    pub fn and(mut self, other: Self) -> Self {
        self.declared.extend(other.declared);
        self.router = self.router.merge(other.router);
        self
    }

    /// The router. An address that only takes a form stays in the browser's bar when the form comes back with faults:
    /// read anew, it leads to the page above it.
    pub fn into_router(self) -> Router<Site> {
        let of = |method| self.declared.iter().filter(move |d| d.method == method).map(|d| d.path);
        let pages: BTreeSet<&'static str> = of(Method::Get).collect();
        of(Method::Post).filter(|path| !pages.contains(path)).fold(self.router.clone(), |router, path| {
            let above = above(path, &pages);
            router.route(path, get(async move |params: RawPathParams| Go::to(filled(above, &params))))
        })
    }
}

/// The nearest page above a path.
fn above(path: &'static str, pages: &BTreeSet<&'static str>) -> &'static str {
    let ends = path.rmatch_indices('/').map(|(end, _)| &path[..end]);
    ends.into_iter().find(|above| pages.contains(above)).unwrap_or("/")
}

/// A path with its names replaced by what they stood for.
fn filled(path: &str, params: &RawPathParams) -> String {
    params.iter().fold(path.to_owned(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_stands_on_the_nearest_page_above_it() {
        let pages = BTreeSet::from(["/", "/people", "/people/{id}"]);
        assert_eq!(above("/people/{id}/invite", &pages), "/people/{id}");
        assert_eq!(above("/people/new/at/once", &pages), "/people");
        assert_eq!(above("/theme", &pages), "/");
    }
}
