//! Authority as an argument.

use std::marker::PhantomData;

use axum::{extract::FromRequestParts, http::request::Parts};
use relais_kernel::{Permission, Reach};

use crate::{Cx, Failure, Site};

/// Proof that the viewer holds a permission, and what it lets them touch. Without the permission a page does not exist.
#[derive(Clone, Debug)]
pub struct Can<P> {
    /// What it lets them touch; queries begin with it.
    pub reach: Reach,
    permission: PhantomData<P>,
}

impl<P: Permission> FromRequestParts<Site> for Can<P> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let cx = Cx::from_request_parts(parts, site).await?;
        let reach = cx.viewer().reach::<P>().ok_or(Failure::NotFound)?;
        Ok(Self { reach, permission: PhantomData })
    }
}
