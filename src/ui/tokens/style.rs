//! What a theme's tokens mean for egui's own widgets.

use egui::style::{
    ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{Color32, CornerRadius, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::colours::Tokens;
use super::distances::{line, margin, radius, space};
use super::{size, text};

/// The style of a theme: nothing blinks, nothing moves by itself, so an idle window draws nothing.
pub(super) fn style(tokens: &Tokens, theme: Theme) -> Style {
    let mut style = Style {
        visuals: visuals(tokens, theme),
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        ..theme.default_style()
    };
    style.text_styles = [
        (TextStyle::Small, text::small()),
        (TextStyle::Body, text::body()),
        (TextStyle::Button, text::body()),
        (TextStyle::Monospace, text::body()),
        (TextStyle::Heading, text::heading()),
    ]
    .into();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.6;

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::XS);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = vec2(size::CONTROL, size::CONTROL);
    spacing.icon_width = size::ICON;
    spacing.icon_width_inner = size::MARK;
    spacing.icon_spacing = space::S;
    spacing.indent = space::L;
    spacing.menu_margin = margin::MENU;
    spacing.menu_spacing = space::XS;
    spacing.window_margin = margin::DIALOG;
    spacing.tooltip_width = size::DIALOG;
    spacing.scroll = ScrollStyle {
        bar_width: space::S,
        floating_allocated_width: 0.0,
        ..ScrollStyle::thin()
    };
    spacing.scroll.foreground_color = true;
    spacing.scroll.dormant_background_opacity = 0.0;
    spacing.scroll.active_background_opacity = 0.0;
    spacing.scroll.interact_background_opacity = 0.0;
    spacing.scroll.dormant_handle_opacity = 0.2;
    spacing.scroll.active_handle_opacity = 0.25;
    spacing.scroll.interact_handle_opacity = 0.6;
    spacing.scroll.fade.strength = 0.0;
    style
}

fn visuals(tokens: &Tokens, theme: Theme) -> Visuals {
    let defaults = theme.default_visuals();
    Visuals {
        override_text_color: None,
        weak_text_color: Some(tokens.dim),
        widgets: widgets(tokens),
        selection: Selection {
            bg_fill: tokens.accent.soft,
            stroke: Stroke::new(line::BOLD, tokens.accent.ink),
        },
        hyperlink_color: tokens.accent.ink,
        faint_bg_color: tokens.hover,
        extreme_bg_color: tokens.card,
        text_edit_bg_color: Some(tokens.card),
        code_bg_color: tokens.hover,
        warn_fg_color: tokens.warning.ink,
        error_fg_color: tokens.error.ink,
        window_corner_radius: CornerRadius::same(radius::DIALOG),
        window_shadow: shadow(tokens, 32, 12),
        window_fill: tokens.card,
        window_stroke: Stroke::new(line::HAIR, tokens.line),
        menu_corner_radius: CornerRadius::same(radius::DIALOG),
        panel_fill: tokens.ground,
        popup_shadow: shadow(tokens, 16, 4),
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(line::BOLD, tokens.ink),
            preview: false,
            blink: false,
            ..defaults.text_cursor.clone()
        },
        indent_has_left_vline: false,
        striped: false,
        disabled_alpha: 0.6,
        ..defaults
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let state = |fill, frame, frame_width, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(frame_width, frame),
        corner_radius: CornerRadius::same(radius::FIELD),
        fg_stroke: Stroke::new(line::SHAPE, ink),
        expansion: 0.0,
    };
    let Tokens {
        card,
        hover,
        ink,
        line: hair,
        edge,
        accent,
        ..
    } = *tokens;
    Widgets {
        noninteractive: state(card, hair, line::HAIR, ink),
        inactive: state(card, edge, line::HAIR, ink),
        hovered: state(hover, edge, line::HAIR, ink),
        active: state(accent.soft, accent.ink, line::BOLD, ink),
        open: state(hover, edge, line::HAIR, ink),
    }
}

fn shadow(tokens: &Tokens, blur: u8, below: i8) -> Shadow {
    let color: Color32 = tokens.shadow;
    Shadow {
        offset: [0, below],
        blur,
        spread: 0,
        color,
    }
}
