#pragma once

#include "mapping/transform.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class TransformList;
}

namespace gui {

/// The steps that a text goes through on its way, in their order, with what becomes of an example.
class TransformList : public QWidget
{
    Q_OBJECT

public:
    explicit TransformList(QWidget *parent = nullptr);
    ~TransformList() override;

    void setTitle(const QString &title); ///< Empty: none.
    void setOnlyForIds(bool on);         ///< Only what an identifier may go through.

    /// `facts` are what templates may name in the example. An example that the user typed stays while `sample` is the
    /// same.
    void show(const profile::Transforms &transforms, const QString &sample, const mapping::Facts &facts = {});

Q_SIGNALS:
    void changed(const profile::Transforms &transforms);

private:
    class Step;
    void setStep(int at, const profile::Transform &transform);
    void add(profile::Transform::Kind kind);
    void remove(int at);
    void move(int at, int by);
    void refresh();

    std::unique_ptr<Ui::TransformList> m_ui;
    std::vector<Step *> m_steps; ///< As many as shown at once at most; those beyond the list are hidden.
    profile::Transforms m_transforms;
    mapping::Facts m_facts;
    QString m_sample;
    bool m_onlyForIds = false;
};

} // namespace gui
