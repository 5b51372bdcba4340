//! Logs on standard error. They hold ids, codes and route templates; never names, addresses or what people typed.

use tracing_subscriber::{EnvFilter, layer::SubscriberExt as _, util::SubscriberInitExt as _};

use crate::config::{Log, LogFormat};

/// Begins to log. Only the first call in a process counts.
pub(crate) fn begin(log: &Log) {
    // Others' crates log statements, addresses and letters at their finer levels: they never get beyond warnings.
    let filter = EnvFilter::new(format!("warn,relais={}", log.level));
    let registry = tracing_subscriber::registry().with(filter);
    let layer =
        tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(true);
    let begun = match log.format {
        LogFormat::Text => registry.with(layer).try_init(),
        LogFormat::Json => registry.with(layer.json().flatten_event(true).with_span_list(false)).try_init(),
    };
    if begun.is_ok() {
        std::panic::set_hook(Box::new(|panic| {
            // A panic's message may hold the value that caused it: the place alone is enough to find it.
            let place = panic.location().map_or_else(String::new, ToString::to_string);
            tracing::error!(place, "something panicked");
        }));
    }
}
