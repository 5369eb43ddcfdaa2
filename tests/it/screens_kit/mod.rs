//! What tests of the window share: a harness with our fonts and colours, and pictures made by the
//! processor alone, so that no test needs a driver and every machine draws the same bytes.

mod renderer;

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use guidepost::app::Library;
use guidepost::store::{Folders, Settings, TextSize, Theme, is_there};
use guidepost::ui::tokens::{self, ThemeChoice};
use guidepost::ui::{Window, tokens::text};

use renderer::Renderer;

/// Where pictures go; without it none is made. `GUIDEPOST_PICTURES=/tmp/look cargo test pictures`
pub const PICTURES: &str = "GUIDEPOST_PICTURES";

/// The most frames that a window may draw until nothing moves: on a busy machine threads tell late,
/// and each time wake it once more.
const MOST_FRAMES: u64 = 40;

/// How a window is looked at.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// The size of the window in pixels.
    pub size: [f32; 2],
    /// The colours.
    pub theme: ThemeChoice,
    /// The size of the text in per cent.
    pub text_percent: u16,
}

impl View {
    /// A window of the usual size, in light colours.
    pub const LIGHT: Self = Self {
        size: [1360.0, 860.0],
        theme: ThemeChoice::Light,
        text_percent: 100,
    };
    /// The same in dark colours.
    pub const DARK: Self = Self {
        theme: ThemeChoice::Dark,
        ..Self::LIGHT
    };
    /// The same in high contrast.
    pub const HIGH_CONTRAST: Self = Self {
        theme: ThemeChoice::HighContrast,
        ..Self::LIGHT
    };
    /// The same with text twice as large.
    pub const LARGE: Self = Self {
        text_percent: 200,
        ..Self::LIGHT
    };

    /// The same view of a window of another size.
    pub const fn sized(self, width: f32, height: f32) -> Self {
        Self {
            size: [width, height],
            ..self
        }
    }
}

/// A window that shows `content`; the pointer is nowhere, and a missing glyph or an input without
/// a name fails the test.
pub fn window<'a, State: 'a>(
    view: View,
    state: State,
    mut content: impl FnMut(&mut egui::Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    let zoom = f32::from(view.text_percent) / 100.0;
    let theme = match view.theme {
        ThemeChoice::System | ThemeChoice::Light => egui::Theme::Light,
        ThemeChoice::Dark | ThemeChoice::HighContrast => egui::Theme::Dark,
    };
    let mut harness = Harness::builder()
        .with_size(view.size)
        .with_theme(theme)
        .with_max_steps(MOST_FRAMES)
        .renderer(Renderer::default())
        .with_context_setup(move |ctx| {
            text::install(ctx);
            tokens::apply(ctx, view.theme, view.text_percent);
        })
        .build_ui_state(
            move |ui, state| content(&mut whole_window(ui), state),
            state,
        );
    // The harness tells sizes in points, which the zoom makes larger.
    harness.set_size(egui::Vec2::from(view.size) / zoom);
    harness.run();
    harness
}

/// The harness leaves a margin around its `ui`; a window has none.
fn whole_window(ui: &mut egui::Ui) -> egui::Ui {
    let rect = ui.ctx().content_rect();
    let mut whole = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    whole.set_clip_rect(rect);
    whole
}

/// Writes a picture of the window as it is now, if pictures are wanted.
pub fn picture<State>(harness: &mut Harness<'_, State>, name: &str) {
    let Some(folder) = std::env::var_os(PICTURES).map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    harness.set_render_cursor(false);
    harness
        .render()
        .unwrap()
        .save(folder.join(name).with_extension("png"))
        .unwrap();
}

/// The whole program; there once the window has been shown.
pub struct Program(Option<Window>);

impl Deref for Program {
    type Target = Window;

    fn deref(&self) -> &Window {
        self.0.as_ref().unwrap()
    }
}

impl DerefMut for Program {
    fn deref_mut(&mut self) -> &mut Window {
        self.0.as_mut().unwrap()
    }
}

/// The whole program in a window, with folders of its own; paths are typed, so nothing but the test
/// itself is needed.
pub fn program(view: View, folder: &Path) -> Harness<'static, Program> {
    let settings = Settings {
        theme: match view.theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::HighContrast => Theme::HighContrast,
        },
        text_size: TextSize::new(view.text_percent),
        ..Settings::default()
    };
    let folders = Folders::at(&folder.join("home"));
    if !is_there(&folders.config) {
        settings.save(&folders).unwrap();
    }
    window(view, Program(None), move |ui, program: &mut Program| {
        let start = || Window::new_in(ui.ctx(), Library::built_in().unwrap(), folders.clone());
        program.0.get_or_insert_with(start).show(ui);
    })
}

/// A file that is dropped onto the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|fault| fault.to_string())
    }
}
