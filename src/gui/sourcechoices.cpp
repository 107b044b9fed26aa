#include "gui/mappingspage.h"
#include "models/sourcetree.h"

namespace gui {

namespace {

void flatten(const QList<models::SourceNode> &nodes, QList<PickerBox::Choice> *choices)
{
    for (const models::SourceNode &node : nodes) {
        if (!node.isHeading())
            choices->append({node.path.text, node.fullName,
                             node.path.isChoice() ? MappingsPage::tr("yes or no") : MappingsPage::tr("text")});
        flatten(node.children, choices);
    }
}

} // namespace

QList<PickerBox::Choice> sourceChoices(const consent::Catalogue *catalogue)
{
    QList<PickerBox::Choice> choices;
    flatten(models::sourceTree(catalogue ? *catalogue : consent::Catalogue()), &choices);
    return choices;
}

} // namespace gui
