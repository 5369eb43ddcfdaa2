//! The three tables of colours, and the proof that each can be read.

use egui::Color32;

use crate::domain::Standing;

/// A colour for text and shapes, and the soft ground that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    /// For text and shapes, on every ground and on the soft ground.
    pub ink: Color32,
    /// A ground that hints at the ink.
    pub soft: Color32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Behind everything.
    pub ground: Color32,
    /// Behind the side columns and bars.
    pub panel: Color32,
    /// Behind what is written into, and behind dialogs.
    pub card: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Text that leads.
    pub ink: Color32,
    /// Text that follows.
    pub dim: Color32,
    /// Lines that part things; nothing depends on seeing them.
    pub line: Color32,
    /// Frames that say where a field is.
    pub edge: Color32,
    /// The shapes of what is not chosen.
    pub shape: Color32,
    /// What is chosen, linked, focused or progressing.
    pub accent: Tone,
    /// Text on a ground of the accent's ink.
    pub on_accent: Color32,
    /// The accent under the pointer, below text of that colour.
    pub accent_strong: Color32,
    /// The part of a bar that is not reached.
    pub track: Color32,
    /// The band of a range bar.
    pub band: Color32,
    /// The frame of that band.
    pub band_edge: Color32,
    /// Done, saved, intact.
    pub good: Tone,
    /// To be looked at.
    pub warning: Tone,
    /// Went wrong.
    pub error: Tone,
    /// Behind a dialog, over the page.
    pub shade: Color32,
    /// Below a dialog or a menu.
    pub shadow: Color32,
    yes: Tone,
    in_part: Tone,
    no: Tone,
    not_applicable: Tone,
    not_known: Tone,
    not_answered: Tone,
}

impl Tokens {
    /// The colour of a standing; without one, of *not answered*.
    pub const fn standing(&self, standing: Option<Standing>) -> Tone {
        match standing {
            Some(Standing::Yes) => self.yes,
            Some(Standing::InPart) => self.in_part,
            Some(Standing::No) => self.no,
            Some(Standing::NotApplicable) => self.not_applicable,
            Some(Standing::NotKnown) => self.not_known,
            None => self.not_answered,
        }
    }
}

const fn tone(ink: u32, soft: u32) -> Tone {
    Tone {
        ink: rgb(ink),
        soft: rgb(soft),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "each byte of the number is one channel"
)]
#[expect(
    clippy::disallowed_methods,
    reason = "this is the place that names the colours"
)]
const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the place that names the colours"
)]
const fn black(alpha: u8) -> Color32 {
    Color32::from_rgba_premultiplied(0, 0, 0, alpha)
}

pub(super) const LIGHT: Tokens = Tokens {
    ground: rgb(0xf5_f7fa),
    panel: rgb(0xfb_fcfe),
    card: rgb(0xff_ffff),
    hover: rgb(0xec_f0f5),
    ink: rgb(0x16_263a),
    dim: rgb(0x5b_6b7d),
    line: rgb(0xdd_e3ea),
    edge: rgb(0x80_8d9d),
    shape: rgb(0x80_8d9d),
    accent: tone(0x00_6a9f, 0xe3_f1f9),
    on_accent: rgb(0xff_ffff),
    accent_strong: rgb(0x00_5580),
    track: rgb(0xd3_dbe4),
    band: rgb(0xb9_dcef),
    band_edge: rgb(0x3b_87b3),
    good: tone(0x1f_7a4d, 0xe6_f4ec),
    warning: tone(0x8f_5500, 0xfd_f2e0),
    error: tone(0x9a_3a2f, 0xfb_ebe8),
    shade: black(90),
    shadow: black(40),
    yes: tone(0x1f_7a4d, 0xe6_f4ec),
    in_part: tone(0x8f_5500, 0xfd_f2e0),
    no: tone(0x9a_3a2f, 0xfb_ebe8),
    not_applicable: tone(0x5f_6b78, 0xec_f0f4),
    not_known: tone(0x6a_4fa3, 0xf0_ebf9),
    not_answered: tone(0x5b_6b7d, 0xf5_f7fa),
};

pub(super) const DARK: Tokens = Tokens {
    ground: rgb(0x12_181f),
    panel: rgb(0x16_1d25),
    card: rgb(0x1c_252e),
    hover: rgb(0x24_2f3a),
    ink: rgb(0xe4_eaf0),
    dim: rgb(0xa4_b1bf),
    line: rgb(0x2c_3743),
    edge: rgb(0x73_8393),
    shape: rgb(0x73_8393),
    accent: tone(0x74_bce8, 0x16_3548),
    on_accent: rgb(0x0c_1c28),
    accent_strong: rgb(0x93_cdf2),
    track: rgb(0x3d_4b59),
    band: rgb(0x2b_5f80),
    band_edge: rgb(0x5f_a5d0),
    good: tone(0x6c_c79a, 0x18_3528),
    warning: tone(0xe2_ad58, 0x3a_2b12),
    error: tone(0xf0_9284, 0x37_2120),
    shade: black(150),
    shadow: black(120),
    yes: tone(0x6c_c79a, 0x18_3528),
    in_part: tone(0xe2_ad58, 0x3a_2b12),
    no: tone(0xf0_9284, 0x37_2120),
    not_applicable: tone(0xb0_bcc8, 0x2a_343e),
    not_known: tone(0xbd_a8ee, 0x2e_2745),
    not_answered: tone(0xa4_b1bf, 0x12_181f),
};

pub(super) const HIGH_CONTRAST: Tokens = Tokens {
    ground: rgb(0x00_0000),
    panel: rgb(0x00_0000),
    card: rgb(0x00_0000),
    hover: rgb(0x26_2626),
    ink: rgb(0xff_ffff),
    dim: rgb(0xe0_e0e0),
    line: rgb(0x80_8080),
    edge: rgb(0xff_ffff),
    shape: rgb(0xa8_a8a8),
    accent: tone(0x7c_d8ff, 0x00_3c58),
    on_accent: rgb(0x00_0000),
    accent_strong: rgb(0xb5_eaff),
    track: rgb(0x5a_5a5a),
    band: rgb(0x00_5f87),
    band_edge: rgb(0x7c_d8ff),
    good: tone(0x86_f0b4, 0x00_4a28),
    warning: tone(0xff_cc55, 0x4a_3400),
    error: tone(0xff_b0a5, 0x50_1610),
    shade: black(200),
    shadow: black(0),
    yes: tone(0x86_f0b4, 0x00_4a28),
    in_part: tone(0xff_cc55, 0x4a_3400),
    no: tone(0xff_b0a5, 0x50_1610),
    not_applicable: tone(0xd8_d8d8, 0x2a_2a2a),
    not_known: tone(0xd9_c6ff, 0x30_1e62),
    not_answered: tone(0xe0_e0e0, 0x00_0000),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Standing;

    fn linear(channel: u8) -> f64 {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    }

    fn luminance(color: Color32) -> f64 {
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    fn check(table: &str, name: &str, color: Color32, grounds: &[Color32], least: f64) {
        for ground in grounds {
            let found = contrast(color, *ground);
            assert!(
                found >= least,
                "{table}: {name} {color:?} on {ground:?} has {found:.2}, not {least}"
            );
        }
    }

    #[test]
    fn every_text_and_shape_stands_out_from_its_grounds() {
        for (table, tokens, text) in [
            ("light", LIGHT, 4.5),
            ("dark", DARK, 4.5),
            ("high contrast", HIGH_CONTRAST, 7.0),
        ] {
            let Tokens {
                ground,
                panel,
                card,
                hover,
                accent,
                ..
            } = tokens;
            let grounds = [ground, panel, card, hover];
            let soft = [
                tokens.good.soft,
                tokens.warning.soft,
                tokens.error.soft,
                accent.soft,
            ];
            check(table, "ink", tokens.ink, &grounds, text);
            check(table, "ink", tokens.ink, &soft, text);
            check(table, "dim", tokens.dim, &grounds, text);
            check(table, "dim", tokens.dim, &[accent.soft], text);
            check(
                table,
                "on accent",
                tokens.on_accent,
                &[accent.ink, tokens.accent_strong],
                text,
            );
            let standings = Standing::ALL.map(Some).into_iter().chain([None]);
            let tones = standings.map(|standing| tokens.standing(standing));
            for tone in tones.chain([accent, tokens.good, tokens.warning, tokens.error]) {
                check(table, "tone", tone.ink, &grounds, text);
                check(
                    table,
                    "tone on its soft ground",
                    tone.ink,
                    &[tone.soft],
                    text,
                );
            }
            check(table, "edge", tokens.edge, &[ground, panel, card], 3.0);
            check(
                table,
                "edge of the band",
                tokens.band_edge,
                &[ground, panel, card],
                3.0,
            );
            check(table, "track", tokens.track, &grounds, 1.2);
            check(table, "track", tokens.track, &[accent.soft], 1.2);
            check(table, "bar", accent.ink, &[tokens.track, tokens.band], 3.0);
        }
    }
}
