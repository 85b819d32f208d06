import { describe, expect, test } from 'vitest';
import { mailPresetIds, mailPresets, presetOf, settingsOfPreset } from '../../../shared/mail-presets.ts';
import { websiteSettings } from '../../../shared/settings.ts';

describe.each(mailPresetIds)('the preset %s', (id) => {
  test('fills in what the settings take', () => {
    expect(websiteSettings.partial().parse(settingsOfPreset(id))).toEqual(settingsOfPreset(id));
  });

  test('offers no server without protection', () => {
    const preset = presetOf(id);
    if (preset === null) return;
    expect(`${preset.port} ${preset.security}`).toBe(preset.port === 465 ? '465 tls' : '587 starttls');
  });
});

test('every provider stands in the list, once', () => {
  expect([...mailPresetIds].toSorted()).toEqual([...Object.keys(mailPresets), 'own'].toSorted());
});

test('a server of one’s own keeps what stands and none of another provider’s limits', () => {
  expect(settingsOfPreset('own')).toEqual({
    smtpPreset: 'own',
    smtpPerMinute: 0,
    smtpPerSession: 0,
    smtpPerDay: 0,
    dkimSelectors: '',
  });
});
