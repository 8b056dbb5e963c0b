//! Voices of the reader's own device, written down instead of heard.

use serde_json::{Value, json};

use super::Tab;

impl Tab {
    /// The browser has these voices (language, whether it speaks on the device itself), and writes down what they say.
    pub async fn has_voices(&self, voices: &[(&str, bool)]) {
        let voices: Vec<Value> =
            voices.iter().map(|(lang, is_local)| json!({ "lang": lang, "localService": is_local })).collect();
        let script =
            "const own = (name, value) => Object.defineProperty(speechSynthesis, name, { configurable: true, value });
            self.said = [];
            self.SpeechSynthesisUtterance = function (text) { this.text = text; };
            own('getVoices', () => arguments[0]);
            own('speak', (words) => { said.push(words.voice.lang + ': ' + words.text); own('speaking', true); });
            own('cancel', () => { said.length = 0; own('speaking', false); });
            speechSynthesis.dispatchEvent(new Event('voiceschanged'));";
        self.client.execute(&script.replace("arguments[0]", &json!(voices).to_string()), Vec::new()).await.unwrap();
    }

    /// What a voice was given to say.
    pub async fn has_said(&self) -> Vec<String> {
        let said = self.client.execute("return self.said", Vec::new()).await.unwrap();
        serde_json::from_value(said).unwrap()
    }
}
