'use strict';
/** The least that Electron can show: what every program built with it starts with. */
const { app, BrowserWindow } = require('electron');

const width = 1280;
const height = 800;

app
  .whenReady()
  .then(() => new BrowserWindow({ width, height }).loadURL('data:text/html,<title>Empty</title><h1>Empty</h1>'));
app.on('window-all-closed', () => app.quit());
