//! Pages of imports.
