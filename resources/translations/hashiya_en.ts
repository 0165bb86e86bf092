<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>%n further mention(s) labelled.</source>
        <translation>
            <numerusform>%n further mention labelled.</numerusform>
            <numerusform>%n further mentions labelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message numerus="yes">
        <source>Remove %n annotation(s)</source>
        <translation>
            <numerusform>Remove %n annotation</numerusform>
            <numerusform>Remove %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>{shown} of %Ln article(s)</source>
        <translation>
            <numerusform>{shown} of %Ln article</numerusform>
            <numerusform>{shown} of %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%n step(s) would be done again.</source>
        <translation>
            <numerusform>%n step would be done again.</numerusform>
            <numerusform>%n steps would be done again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) would be taken back:</source>
        <translation>
            <numerusform>%n step would be taken back:</numerusform>
            <numerusform>%n steps would be taken back:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged in this backup, %n text(s) or annotation(s):</source>
        <translation>
            <numerusform>Damaged in this backup, %n text or annotation:</numerusform>
            <numerusform>Damaged in this backup, %n texts or annotations:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would go.</source>
        <translation>
            <numerusform>%n article would go.</numerusform>
            <numerusform>%n articles would go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would come back.</source>
        <translation>
            <numerusform>%n article would come back.</numerusform>
            <numerusform>%n articles would come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be as they were.</source>
        <translation>
            <numerusform>%n article would be as it was.</numerusform>
            <numerusform>%n articles would be as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) would go.</source>
        <translation>
            <numerusform>%n annotation would go.</numerusform>
            <numerusform>%n annotations would go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) would come back.</source>
        <translation>
            <numerusform>%n annotation would come back.</numerusform>
            <numerusform>%n annotations would come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) would be as they were.</source>
        <translation>
            <numerusform>%n annotation would be as it was.</numerusform>
            <numerusform>%n annotations would be as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message numerus="yes">
        <source>%n place(s) marked.</source>
        <translation>
            <numerusform>%n place marked.</numerusform>
            <numerusform>%n places marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are.</source>
        <translation>
            <numerusform>%n left as it is.</numerusform>
            <numerusform>%n left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through the project… %n place(s) so far.</source>
        <translation>
            <numerusform>Looking through the project… %n place so far.</numerusform>
            <numerusform>Looking through the project… %n places so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s): say more to find fewer.</source>
        <translation>
            <numerusform>The first %n place: say more to find fewer.</numerusform>
            <numerusform>The first %n places: say more to find fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s).</source>
        <translation>
            <numerusform>%n place.</numerusform>
            <numerusform>%n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation>
            <numerusform>%n article imported.</numerusform>
            <numerusform>%n articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n article(s)</source>
        <translation>
            <numerusform>Import %n article</numerusform>
            <numerusform>Import %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revise %n article(s) instead…</source>
        <translation>
            <numerusform>Revise %n article instead…</numerusform>
            <numerusform>Revise %n articles instead…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read.</source>
        <translation>
            <numerusform>%n file read.</numerusform>
            <numerusform>%n files read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be imported and are left out.</source>
        <translation>
            <numerusform>%n cannot be imported and is left out.</numerusform>
            <numerusform>%n cannot be imported and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) are left out.</source>
        <translation>
            <numerusform>%n duplicate is left out.</numerusform>
            <numerusform>%n duplicates are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossPreview</name>
    <message numerus="yes">
        <source>The first {seen} of %n article(s)</source>
        <translation>
            <numerusform>The first {seen} of %n article</numerusform>
            <numerusform>The first {seen} of %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossTotals</name>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n widened to whole words</source>
        <translation>
            <numerusform>%n widened to whole words</numerusform>
            <numerusform>%n widened to whole words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut short</source>
        <translation>
            <numerusform>%n cut short</numerusform>
            <numerusform>%n cut short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence break(s) inside an annotation not written</source>
        <translation>
            <numerusform>%n sentence break inside an annotation not written</numerusform>
            <numerusform>%n sentence breaks inside an annotation not written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message numerus="yes">
        <source>and %n more, in the loss report</source>
        <translation>
            <numerusform>and %n more, in the loss report</numerusform>
            <numerusform>and %n more, in the loss report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PropagationDialog</name>
    <message numerus="yes">
        <source>Label %n mention(s)</source>
        <translation>
            <numerusform>Label %n mention</numerusform>
            <numerusform>Label %n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further mention(s). Take the tick from those that mean something else.</source>
        <translation>
            <numerusform>%n further mention. Take the tick from those that mean something else.</numerusform>
            <numerusform>%n further mentions. Take the tick from those that mean something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalList</name>
    <message numerus="yes">
        <source>{name} goes. Its %n annotation(s):</source>
        <translation>
            <numerusform>{name} goes. Its %n annotation:</numerusform>
            <numerusform>{name} goes. Its %n annotations:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them come from the history.</source>
        <translation>
            <numerusform>%n of them comes from the history.</numerusform>
            <numerusform>%n of them come from the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see hashiya rescue</source>
        <translation>
            <numerusform>and %n more: see hashiya rescue</numerusform>
            <numerusform>and %n more: see hashiya rescue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionDialog</name>
    <message numerus="yes">
        <source>%n article(s) revised.</source>
        <translation>
            <numerusform>%n article revised.</numerusform>
            <numerusform>%n articles revised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revise %n article(s)</source>
        <translation>
            <numerusform>Revise %n article</numerusform>
            <numerusform>Revise %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) keep their letters</source>
        <translation>
            <numerusform>%n annotation keeps its letters</numerusform>
            <numerusform>%n annotations keep their letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n respelled</source>
        <translation>
            <numerusform>%n respelled</numerusform>
            <numerusform>%n respelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will need review</source>
        <translation>
            <numerusform>%n will need review</numerusform>
            <numerusform>%n will need review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be lost</source>
        <translation>
            <numerusform>%n will be lost</numerusform>
            <numerusform>%n will be lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
</TS>
