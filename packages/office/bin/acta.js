#!/usr/bin/env node
import "../dist/bundle/acta.js";
