//! One test binary: each module below tests one thing that Guidepost promises.

mod words;
