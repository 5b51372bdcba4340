//! Routes that remember themselves.

use axum::{
    Router,
    handler::Handler,
    routing::{get, post},
};

use crate::Site;

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
        self.declared.push(Declared { method: Method::Get, path });
        self.router = self.router.route(path, get(handler));
        self
    }

    /// A form to send.
    pub fn post<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.declared.push(Declared { method: Method::Post, path });
        self.router = self.router.route(path, post(handler));
        self
    }

    /// What was declared.
    pub fn declared(&self) -> &[Declared] {
        &self.declared
    }

    /// Another room's routes beside these.
    pub fn and(mut self, other: Self) -> Self {
        self.declared.extend(other.declared);
        self.router = self.router.merge(other.router);
        self
    }

    /// The router.
    pub fn into_router(self) -> Router<Site> {
        self.router
    }
}
