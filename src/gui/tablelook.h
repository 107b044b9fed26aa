#pragma once

class QTableView;

namespace gui {

/// How tables of this program look: drawn by CellDelegate, no row numbers, rows as high as the font wants.
void prepareTable(QTableView *table);

} // namespace gui
