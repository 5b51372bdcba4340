## Why a photo is not kept, and what to do.
files-empty = This file is empty: no photo arrived. What you wrote is still here. Choose the photo again.
files-too-heavy = This photo weighs more than { $mb } MB and was not kept. What you wrote is still here. Choose a lighter photo, or send a screenshot.
files-unread = This photo is in the { $format } format, which Relais does not read. What you wrote is still here. In the camera’s settings, choose “most compatible”, or send a screenshot.
files-not-a-photo = This is not a photo, and the file was not kept. What you wrote is still here. Choose a photo (JPEG, PNG or WebP).
files-too-many-pixels = This photo has more than { $mp } million points, or is far longer than wide: it was not kept. What you wrote is still here. Make it smaller, or send a screenshot.
files-damaged = This photo arrived damaged or incomplete, and was not kept. What you wrote is still here. Choose it again, or take it once more.
files-busy = Many photos are arriving right now, and yours was not kept. What you wrote is still here. Choose it again in a minute.

## The register.
register-picture = Photos that were attached, without place, device or time of taking. Each is seen where it is attached, by whoever may read what surrounds it, and leaves with it.
