import { bothLanguages } from './both-languages.ts';

/** Three sentences per problem: what happened, what is safe, what to do. Keys are the problem codes with dots. */
export const problem = bothLanguages(
  {
    bundle: {
      notABundle: { what: '„{{file}}“ ist kein Stadtbündel.', safe: 'Die Datei wurde nicht verändert.', todo: 'Wählen Sie eine Datei mit der Endung .gpkg, die als Stadtbündel geschrieben wurde.' },
      tooNew: { what: '„{{file}}“ hat das Format {{version}}; dieses Programm kennt bis {{known}}.', safe: 'Die Datei wurde nicht verändert.', todo: 'Öffnen Sie sie mit einer neueren Fassung von Quartierwerk.' },
      damaged: { what: '„{{file}}“ ist beschädigt.', safe: 'Die Datei wurde nicht verändert, und keine Zahl daraus wird gezeigt.', todo: 'Lassen Sie sich die Ausgabe von der Statistikstelle neu geben.' },
      hostile: { what: '„{{file}}“ enthält Bestandteile, die nicht in ein Stadtbündel gehören.', safe: 'Die Datei wurde nicht ausgeführt und nicht verändert.', todo: 'Fragen Sie nach, woher die Datei stammt, bevor Sie sie weitergeben.' },
      tooBig: { what: '„{{file}}“ ist mit {{size}} MB zu groß (Grenze {{limit}} MB).', safe: 'Die Datei wurde nicht verändert.', todo: 'Bitten Sie um eine Ausgabe mit weniger Ebenen oder gröberen Zellen.' },
      empty: { what: '„{{file}}“ ist leer.', safe: 'Nichts wurde verändert.', todo: 'Lassen Sie sich die Datei neu geben; beim Kopieren ist vermutlich etwas schiefgegangen.' },
    },
    project: {
      notAProject: { what: '„{{file}}“ ist kein Planungsprojekt.', safe: 'Die Datei wurde nicht verändert.', todo: 'Wählen Sie eine Datei mit der Endung .qwplan.' },
      tooNew: { what: '„{{file}}“ hat das Format {{version}}; dieses Programm kennt bis {{known}}.', safe: 'Die Datei wurde nicht verändert.', todo: 'Öffnen Sie das Projekt mit einer neueren Fassung von Quartierwerk.' },
      damaged: { what: '„{{file}}“ ist beschädigt.', safe: 'Die Datei wurde nicht verändert; frühere Stände liegen in der Sicherung auf diesem Rechner.', todo: 'Öffnen Sie einen früheren Stand oder lassen Sie sich die Datei aus der Datensicherung zurückholen.' },
      locked: { what: '„{{file}}“ ist bei {{user}} auf {{host}} geöffnet.', safe: 'Nichts wurde verändert.', todo: 'Öffnen Sie das Projekt schreibgeschützt, speichern Sie unter einem anderen Namen, oder sprechen Sie sich ab.' },
      readOnly: { what: '„{{file}}“ ist nur zum Ansehen geöffnet.', safe: 'Die Datei ist unverändert; die Änderung wurde nicht übernommen.', todo: 'Speichern Sie unter einem anderen Namen; in der neuen Datei können Sie weiterarbeiten.' },
      changedOnDisk: { what: '„{{file}}“ wurde inzwischen an anderer Stelle geändert.', safe: 'Die Datei wurde nicht überschrieben, und Ihre Änderungen bleiben im Verlauf erhalten.', todo: 'Speichern Sie Ihren Stand unter einem anderen Namen und vergleichen Sie beide.' },
      otherCity: { what: 'Das Projekt gehört zu {{project}}, geöffnet ist {{city}}.', safe: 'Nichts wurde verändert.', todo: 'Öffnen Sie zuerst das Stadtbündel von {{project}}.' },
      inconsistentChange: { what: 'Diese Änderung passt nicht zum Stand des Projekts.', safe: 'Das Projekt ist unverändert.', todo: 'Versuchen Sie es noch einmal. Wenn es wieder geschieht, melden Sie es mit der technischen Angabe.' },
    },
    journal: {
      unreadable: { what: 'Der Verlauf nicht gespeicherter Änderungen ist nicht lesbar.', safe: 'Der zuletzt gespeicherte Stand des Projekts ist davon nicht betroffen.', todo: 'Öffnen Sie das Projekt aus seiner Datei. Der Verlauf bleibt liegen, bis Sie ihn verwerfen.' },
      endDamaged: { what: 'Das Ende des Verlaufs ist nicht lesbar; vermutlich wurde der letzte Schritt beim Abbruch nicht fertig geschrieben.', safe: 'Alles davor ist wiederhergestellt: {{steps}} Schritte. Der bisherige Verlauf bleibt liegen, bis Ihr nächster Schritt gesichert ist.', todo: 'Prüfen Sie, was Sie zuletzt eingegeben haben, und speichern Sie das Projekt.' },
      notWritten: { what: 'Die letzte Änderung konnte nicht im Verlauf gesichert werden.', safe: 'Sie ist im Programm noch vorhanden, ginge aber bei einem Absturz verloren.', todo: 'Speichern Sie das Projekt jetzt, und prüfen Sie, ob auf diesem Rechner noch Platz frei ist.' },
    },
    save: {
      noSpace: { what: 'Auf dem Datenträger von „{{file}}“ ist kein Platz mehr.', safe: 'Der bisherige Stand der Datei ist unverändert, und Ihre Änderungen bleiben im Verlauf erhalten.', todo: 'Schaffen Sie Platz oder speichern Sie an einem anderen Ort.' },
      noPermission: { what: '„{{file}}“ darf hier nicht geschrieben werden.', safe: 'Die Datei ist unverändert, und Ihre Änderungen bleiben im Verlauf erhalten.', todo: 'Speichern Sie unter einem anderen Namen oder an einem Ort, an dem Sie schreiben dürfen.' },
      busy: { what: '„{{file}}“ wird gerade von einem anderen Programm festgehalten.', safe: 'Die Datei ist unverändert; Ihr Stand liegt, wenn möglich, als vollständige Kopie daneben.', todo: 'Schließen Sie andere Programme, die die Datei benutzen, und speichern Sie erneut.' },
      failed: { what: '„{{file}}“ konnte nicht gespeichert werden.', safe: 'Der bisherige Stand der Datei ist erhalten, und Ihre Änderungen bleiben im Verlauf.', todo: 'Speichern Sie an einem anderen Ort, zum Beispiel auf diesem Rechner statt auf dem Netzlaufwerk.' },
      verificationFailed: { what: 'Die Prüfung nach dem Schreiben von „{{file}}“ hat einen Unterschied gefunden.', safe: 'Ihre Änderungen bleiben im Verlauf erhalten, und frühere Stände liegen in der Sicherung auf diesem Rechner.', todo: 'Speichern Sie an einem anderen Ort und lassen Sie den Datenträger prüfen.' },
    },
    export: {
      failed: { what: 'Die Ausgabe „{{file}}“ konnte nicht erstellt werden.', safe: 'Ihr Projekt ist davon nicht betroffen.', todo: 'Versuchen Sie es noch einmal, oder wählen Sie einen anderen Ort oder ein anderes Format.' },
    },
    job: {
      deadline: { what: 'Die Berechnung hat zu lange gedauert und wurde beendet.', safe: 'Ihr Projekt ist davon nicht betroffen.', todo: 'Verkleinern Sie den Umfang, oder versuchen Sie es noch einmal, wenn der Rechner weniger zu tun hat.' },
      crashed: { what: 'Die Berechnung ist abgebrochen.', safe: 'Ihr Projekt ist davon nicht betroffen.', todo: 'Versuchen Sie es noch einmal. Wenn es wieder geschieht, melden Sie es mit der technischen Angabe.' },
    },
    index: {
      noAreas: { what: 'Für diesen Sozialindex bleiben weniger als zwei Gebiete mit vollständigen Angaben.', safe: 'Nichts wurde verändert.', todo: 'Wählen Sie einen anderen Stichtag oder eine andere Ebene, oder nehmen Sie Indikatoren mit vielen Lücken aus dem Profil.' },
      profileUnreadable: { what: '„{{file}}“ ist kein lesbares Indexprofil: {{fault}}.', safe: 'Nichts wurde berechnet und nichts verändert.', todo: 'Berichtigen Sie die genannte Stelle oder lassen Sie das Profil neu aus Quartierwerk schreiben.' },
      noIndicators: { what: 'Für diesen Sozialindex fehlen alle Angaben im Stadtbündel.', safe: 'Nichts wurde verändert.', todo: 'Wählen Sie einen anderen Stichtag, eine andere Ebene oder einen anderen Index.' },
    },
    coverage: {
      noPopulation: { what: 'Das Stadtbündel enthält keine kleinräumige Bevölkerung.', safe: 'Nichts wurde verändert.', todo: 'Ohne sie lässt sich nicht sagen, wie viele Menschen erreicht werden. Bitten Sie um eine Ausgabe mit Bevölkerungszellen.' },
      unknownAgeGroup: { what: 'Für „{{group}}“ enthält das Stadtbündel keine Einwohnerzahlen.', safe: 'Nichts wurde verändert.', todo: 'Wählen Sie eine der vorhandenen Altersgruppen: {{known}}.' },
      noSites: { what: 'Für diese Auswahl gibt es keinen Standort.', safe: 'Nichts wurde verändert.', todo: 'Wählen Sie eine andere Kategorie oder einen anderen Stichtag. Stadtweite Angebote zählen nicht als Standort.' },
    },
    edition: {
      otherCity: { what: '„{{one}}“ und „{{other}}“ sind keine Ausgaben derselben Stadt.', safe: 'Nichts wurde verändert.', todo: 'Wählen Sie zwei Stadtbündel mit gleicher Kennung ({{oneId}} und {{otherId}} sind verschieden).' },
    },
    import: {
      unknownFormat: { what: '„{{file}}“ hat kein Format, das gelesen werden kann.', safe: 'Die Datei wurde nicht verändert, und nichts daraus wurde übernommen.', todo: 'Möglich sind Excel (xlsx, xls), csv, GeoJSON, Shapefile (zip oder seine Teile), GeoPackage und OpenStreetMap (osm.pbf, osm). Speichern Sie die Datei in einem davon.' },
      empty: { what: '„{{file}}“ enthält keine Daten.', safe: 'Nichts wurde übernommen.', todo: 'Prüfen Sie, ob es die richtige Datei ist, oder lassen Sie sie sich neu geben.' },
      damaged: { what: '„{{file}}“ ist beschädigt: {{fault, importWord}}.', safe: 'Die Datei wurde nicht verändert, und nichts daraus wurde übernommen.', todo: 'Öffnen Sie die Datei in dem Programm, aus dem sie stammt, und speichern Sie sie neu.' },
      tooBig: { what: '„{{file}}“ ist zu groß: {{what, importWord}} {{amount}}, Grenze {{limit}}.', safe: 'Nichts wurde übernommen.', todo: 'Teilen Sie die Datei, oder lassen Sie sich nur das Gebiet der Stadt geben.' },
      unsafeZip: { what: 'Das Archiv „{{file}}“ ist nicht so gebaut, wie es sein soll: {{fault, importWord}}.', safe: 'Es wurde nicht entpackt.', todo: 'Fragen Sie nach, woher die Datei stammt, und packen Sie die Daten neu.' },
      encrypted: { what: '„{{file}}“ ist mit einem Kennwort geschützt.', safe: 'Nichts wurde übernommen.', todo: 'Öffnen Sie die Datei mit dem Kennwort und speichern Sie sie ohne Schutz.' },
      osmCompression: { what: '„{{file}}“ ist mit {{compression}} gepackt; das wird nicht gelesen.', safe: 'Die Datei wurde nicht verändert, und nichts daraus wurde übernommen.', todo: 'Packen Sie sie aus, oder nehmen Sie den Auszug als osm.pbf (zlib), osm oder osm.gz.' },
      osmFeature: { what: '„{{file}}“ verlangt „{{feature}}“; das wird nicht gelesen.', safe: 'Die Datei wurde nicht verändert, und nichts daraus wurde übernommen.', todo: 'Nehmen Sie einen gewöhnlichen Auszug des heutigen Standes, ohne Verlauf und ohne Erweiterungen.' },
      missingPart: { what: 'Zu „{{file}}“ fehlt „{{part}}“.', safe: 'Nichts wurde übernommen.', todo: 'Wählen Sie alle Teile zusammen aus (shp, dbf, prj), oder packen Sie sie in ein zip.' },
      recipeUnreadable: { what: '„{{file}}“ ist kein lesbares Importrezept: {{fault}}.', safe: 'Nichts wurde gelesen und nichts geschrieben.', todo: 'Berichtigen Sie die genannte Stelle. docs/import-recipe.md beschreibt jeden Eintrag.' },
      recipeTooNew: { what: '„{{file}}“ hat das Rezeptformat {{version}}; dieses Programm kennt bis {{known}}.', safe: 'Nichts wurde gelesen und nichts geschrieben.', todo: 'Verwenden Sie eine neuere Fassung von Quartierwerk.' },
      fileMissing: { what: 'Die Datei „{{file}}“ aus dem Rezept fehlt.', safe: 'Nichts wurde geschrieben.', todo: 'Legen Sie sie an ihren Platz oder wählen Sie eine andere Datei dafür.' },
      notBuilt: { what: 'Das Stadtbündel wurde nicht geschrieben: {{errors}} Fehler, zuerst „{{first}}“.', safe: 'Nichts wurde geschrieben, und Ihr Rezept ist unverändert.', todo: 'Beheben Sie die Fehler im Bericht; zu jedem steht dort, welche Stelle gemeint ist.' },
    },
    file: {
      unreadable: { what: '„{{file}}“ kann nicht gelesen werden.', safe: 'Die Datei wurde nicht verändert.', todo: 'Prüfen Sie, ob das Laufwerk erreichbar ist und Sie die Datei lesen dürfen.' },
    },
    unexpected: { what: 'Es ist ein unerwarteter Fehler aufgetreten.', safe: 'Ihre Änderungen bleiben im Verlauf erhalten.', todo: 'Speichern Sie, starten Sie das Programm neu, und melden Sie den Fehler mit der technischen Angabe.' },
  },
  {
    bundle: {
      notABundle: { what: '“{{file}}” is not a city bundle.', safe: 'The file was not changed.', todo: 'Choose a .gpkg file that was written as a city bundle.' },
      tooNew: { what: '“{{file}}” has format {{version}}; this program knows up to {{known}}.', safe: 'The file was not changed.', todo: 'Open it with a newer version of Quartierwerk.' },
      damaged: { what: '“{{file}}” is damaged.', safe: 'The file was not changed and none of its numbers is shown.', todo: 'Ask the statistics office for the edition again.' },
      hostile: { what: '“{{file}}” contains parts that do not belong in a city bundle.', safe: 'Nothing in it was run and the file was not changed.', todo: 'Find out where the file comes from before you pass it on.' },
      tooBig: { what: '“{{file}}” is too big: {{size}} MB (limit {{limit}} MB).', safe: 'The file was not changed.', todo: 'Ask for an edition with fewer levels or coarser cells.' },
      empty: { what: '“{{file}}” is empty.', safe: 'Nothing was changed.', todo: 'Ask for the file again; copying probably failed.' },
    },
    project: {
      notAProject: { what: '“{{file}}” is not a planning project.', safe: 'The file was not changed.', todo: 'Choose a file that ends in .qwplan.' },
      tooNew: { what: '“{{file}}” has format {{version}}; this program knows up to {{known}}.', safe: 'The file was not changed.', todo: 'Open the project with a newer version of Quartierwerk.' },
      damaged: { what: '“{{file}}” is damaged.', safe: 'The file was not changed; earlier states are kept in the backups on this computer.', todo: 'Open an earlier state, or have the file restored from your backup.' },
      locked: { what: '“{{file}}” is open for {{user}} on {{host}}.', safe: 'Nothing was changed.', todo: 'Open the project read-only, save under another name, or talk to each other.' },
      readOnly: { what: '“{{file}}” is open for viewing only.', safe: 'The file is unchanged; the change was not made.', todo: 'Save under another name; you can go on working in the new file.' },
      changedOnDisk: { what: '“{{file}}” has been changed elsewhere in the meantime.', safe: 'The file was not overwritten, and your changes stay in the journal.', todo: 'Save your state under another name and compare the two.' },
      otherCity: { what: 'The project belongs to {{project}}, but {{city}} is open.', safe: 'Nothing was changed.', todo: 'Open the city bundle of {{project}} first.' },
      inconsistentChange: { what: 'This change does not fit the state of the project.', safe: 'The project is unchanged.', todo: 'Try again. If it happens again, report it with the technical detail.' },
    },
    journal: {
      unreadable: { what: 'The journal of unsaved changes cannot be read.', safe: 'The last saved state of the project is not affected.', todo: 'Open the project from its file. The journal stays until you discard it.' },
      endDamaged: { what: 'The end of the journal cannot be read; the last step was probably not written to its end.', safe: 'Everything before it is recovered: {{steps}} steps. The former journal stays until your next step is kept.', todo: 'Check what you entered last, and save the project.' },
      notWritten: { what: 'The last change could not be secured in the journal.', safe: 'It is still in the program, but would be lost in a crash.', todo: 'Save the project now, and check whether there is space left on this computer.' },
    },
    save: {
      noSpace: { what: 'There is no space left where “{{file}}” is stored.', safe: 'The file is as it was, and your changes stay in the journal.', todo: 'Free some space or save in another place.' },
      noPermission: { what: '“{{file}}” may not be written here.', safe: 'The file is unchanged, and your changes stay in the journal.', todo: 'Save under another name or in a place where you may write.' },
      busy: { what: '“{{file}}” is held by another program.', safe: 'The file is unchanged; where possible, your state lies beside it as a complete copy.', todo: 'Close other programs that use the file and save again.' },
      failed: { what: '“{{file}}” could not be saved.', safe: 'The file is as it was, and your changes stay in the journal.', todo: 'Save in another place, for example on this computer instead of the network drive.' },
      verificationFailed: { what: 'The check after writing “{{file}}” found a difference.', safe: 'Your changes stay in the journal, and earlier states are kept in the backups on this computer.', todo: 'Save in another place and have the drive checked.' },
    },
    export: {
      failed: { what: 'The export “{{file}}” could not be made.', safe: 'Your project is not affected.', todo: 'Try again, or choose another place or another format.' },
    },
    job: {
      deadline: { what: 'The computation took too long and was stopped.', safe: 'Your project is not affected.', todo: 'Ask for less, or try again when the computer is less busy.' },
      crashed: { what: 'The computation broke off.', safe: 'Your project is not affected.', todo: 'Try again. If it happens again, report it with the technical detail.' },
    },
    index: {
      noAreas: { what: 'Fewer than two areas have complete figures for this social index.', safe: 'Nothing was changed.', todo: 'Choose another date or level, or take indicators with many gaps out of the profile.' },
      profileUnreadable: { what: '“{{file}}” is not a readable index profile: {{fault}}.', safe: 'Nothing was computed and nothing was changed.', todo: 'Correct the place named, or have Quartierwerk write the profile again.' },
      noIndicators: { what: 'The city bundle has none of the figures for this social index.', safe: 'Nothing was changed.', todo: 'Choose another date, another level or another index.' },
    },
    coverage: {
      noPopulation: { what: 'The city bundle has no population in small cells.', safe: 'Nothing was changed.', todo: 'Without it nobody can say how many people are reached. Ask for an edition with population cells.' },
      unknownAgeGroup: { what: 'The city bundle has no inhabitants for “{{group}}”.', safe: 'Nothing was changed.', todo: 'Choose one of the age groups it has: {{known}}.' },
      noSites: { what: 'There is no place for this choice.', safe: 'Nothing was changed.', todo: 'Choose another category or another date. Citywide offers do not count as places.' },
    },
    edition: {
      otherCity: { what: '“{{one}}” and “{{other}}” are not editions of one city.', safe: 'Nothing was changed.', todo: 'Choose two city bundles with the same id ({{oneId}} and {{otherId}} differ).' },
    },
    import: {
      unknownFormat: { what: '“{{file}}” has no format that can be read.', safe: 'The file was not changed, and nothing was taken from it.', todo: 'Possible are Excel (xlsx, xls), csv, GeoJSON, shapefile (zip or its parts), GeoPackage and OpenStreetMap (osm.pbf, osm). Save the file as one of these.' },
      empty: { what: '“{{file}}” holds no data.', safe: 'Nothing was taken from it.', todo: 'Check whether it is the right file, or ask for it again.' },
      damaged: { what: '“{{file}}” is damaged: {{fault, importWord}}.', safe: 'The file was not changed, and nothing was taken from it.', todo: 'Open the file in the program it came from and save it again.' },
      tooBig: { what: '“{{file}}” is too big: {{what, importWord}} {{amount}}, limit {{limit}}.', safe: 'Nothing was taken from it.', todo: 'Split the file, or ask for the area of the city only.' },
      unsafeZip: { what: 'The archive “{{file}}” is not built as it should be: {{fault, importWord}}.', safe: 'It was not unpacked.', todo: 'Ask where the file comes from, and pack the data again.' },
      encrypted: { what: '“{{file}}” is protected by a password.', safe: 'Nothing was taken from it.', todo: 'Open the file with the password and save it without protection.' },
      osmCompression: { what: '“{{file}}” is packed with {{compression}}, which is not read.', safe: 'The file was not changed, and nothing was taken from it.', todo: 'Unpack it, or take the extract as osm.pbf (zlib), osm or osm.gz.' },
      osmFeature: { what: '“{{file}}” asks for “{{feature}}”, which is not read.', safe: 'The file was not changed, and nothing was taken from it.', todo: 'Take an ordinary extract of the present state, without history and without extensions.' },
      missingPart: { what: '“{{part}}” is missing beside “{{file}}”.', safe: 'Nothing was taken from it.', todo: 'Choose all parts together (shp, dbf, prj), or pack them into a zip.' },
      recipeUnreadable: { what: '“{{file}}” is not a readable import recipe: {{faultEnglish}}.', safe: 'Nothing was read and nothing written.', todo: 'Correct the place named. docs/import-recipe.md describes every entry.' },
      recipeTooNew: { what: '“{{file}}” has recipe format {{version}}; this program knows up to {{known}}.', safe: 'Nothing was read and nothing written.', todo: 'Use a newer version of Quartierwerk.' },
      fileMissing: { what: 'The file “{{file}}” of the recipe is missing.', safe: 'Nothing was written.', todo: 'Put it in its place or choose another file for it.' },
      notBuilt: { what: 'The city bundle was not written: {{errors}} errors, first “{{first}}”.', safe: 'Nothing was written, and your recipe is unchanged.', todo: 'Mend the errors in the report; each names the place it means.' },
    },
    file: {
      unreadable: { what: '“{{file}}” cannot be read.', safe: 'The file was not changed.', todo: 'Check whether the drive can be reached and you may read the file.' },
    },
    unexpected: { what: 'An unexpected error occurred.', safe: 'Your changes stay in the journal.', todo: 'Save, start the program again, and report the error with the technical detail.' },
  },
);
