<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>%Ln further mention(s) labelled.</source>
        <translation>
            <numerusform>%Ln further mention labelled.</numerusform>
            <numerusform>%Ln further mentions labelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message numerus="yes">
        <source>Remove %Ln annotation(s)</source>
        <translation>
            <numerusform>Remove %Ln annotation</numerusform>
            <numerusform>Remove %Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelling %Ln annotation(s)</source>
        <translation>
            <numerusform>Labelling %Ln annotation</numerusform>
            <numerusform>Labelling %Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing %Ln annotation(s)</source>
        <translation>
            <numerusform>Removing %Ln annotation</numerusform>
            <numerusform>Removing %Ln annotations</numerusform>
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
    <name>ArticleMenu</name>
    <message numerus="yes">
        <source>Remove %Ln article(s)</source>
        <translation>
            <numerusform>Remove %Ln article</numerusform>
            <numerusform>Remove %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln article(s)</source>
        <translation>
            <numerusform>Marking %Ln article</numerusform>
            <numerusform>Marking %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%Ln step(s) would be done again.</source>
        <translation>
            <numerusform>%Ln step would be done again.</numerusform>
            <numerusform>%Ln steps would be done again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) would be taken back:</source>
        <translation>
            <numerusform>%Ln step would be taken back:</numerusform>
            <numerusform>%Ln steps would be taken back:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged in this backup, %Ln text(s) or annotation(s):</source>
        <translation>
            <numerusform>Damaged in this backup, %Ln text or annotation:</numerusform>
            <numerusform>Damaged in this backup, %Ln texts or annotations:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would go.</source>
        <translation>
            <numerusform>%Ln article would go.</numerusform>
            <numerusform>%Ln articles would go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would come back.</source>
        <translation>
            <numerusform>%Ln article would come back.</numerusform>
            <numerusform>%Ln articles would come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would be as they were.</source>
        <translation>
            <numerusform>%Ln article would be as it was.</numerusform>
            <numerusform>%Ln articles would be as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would go.</source>
        <translation>
            <numerusform>%Ln annotation would go.</numerusform>
            <numerusform>%Ln annotations would go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would come back.</source>
        <translation>
            <numerusform>%Ln annotation would come back.</numerusform>
            <numerusform>%Ln annotations would come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would be as they were.</source>
        <translation>
            <numerusform>%Ln annotation would be as it was.</numerusform>
            <numerusform>%Ln annotations would be as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message numerus="yes">
        <source>Marking %Ln place(s)</source>
        <translation>
            <numerusform>Marking %Ln place</numerusform>
            <numerusform>Marking %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) marked.</source>
        <translation>
            <numerusform>%Ln place marked.</numerusform>
            <numerusform>%Ln places marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are.</source>
        <translation>
            <numerusform>%Ln left as it is.</numerusform>
            <numerusform>%Ln left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through the project… %Ln place(s) so far.</source>
        <translation>
            <numerusform>Looking through the project… %Ln place so far.</numerusform>
            <numerusform>Looking through the project… %Ln places so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln place(s): say more to find fewer.</source>
        <translation>
            <numerusform>The first %Ln place: say more to find fewer.</numerusform>
            <numerusform>The first %Ln places: say more to find fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s).</source>
        <translation>
            <numerusform>%Ln place.</numerusform>
            <numerusform>%Ln places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>%Ln article imported.</numerusform>
            <numerusform>%Ln articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln article(s)</source>
        <translation>
            <numerusform>Import %Ln article</numerusform>
            <numerusform>Import %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revise %Ln article(s) instead…</source>
        <translation>
            <numerusform>Revise %Ln article instead…</numerusform>
            <numerusform>Revise %Ln articles instead…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read.</source>
        <translation>
            <numerusform>%Ln file read.</numerusform>
            <numerusform>%Ln files read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be imported and are left out.</source>
        <translation>
            <numerusform>%Ln cannot be imported and is left out.</numerusform>
            <numerusform>%Ln cannot be imported and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) are left out.</source>
        <translation>
            <numerusform>%Ln duplicate is left out.</numerusform>
            <numerusform>%Ln duplicates are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%Ln article(s) of this project are damaged.</source>
        <translation>
            <numerusform>%Ln article of this project is damaged.</numerusform>
            <numerusform>%Ln articles of this project are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossPreview</name>
    <message numerus="yes">
        <source>The first {seen} of %Ln article(s)</source>
        <translation>
            <numerusform>The first {seen} of %Ln article</numerusform>
            <numerusform>The first {seen} of %Ln articles</numerusform>
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
    <name>LossTotals</name>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln widened to whole words</source>
        <translation>
            <numerusform>%Ln widened to whole words</numerusform>
            <numerusform>%Ln widened to whole words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut short</source>
        <translation>
            <numerusform>%Ln cut short</numerusform>
            <numerusform>%Ln cut short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence break(s) inside an annotation not written</source>
        <translation>
            <numerusform>%Ln sentence break inside an annotation not written</numerusform>
            <numerusform>%Ln sentence breaks inside an annotation not written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message numerus="yes">
        <source>and %Ln more, in the loss report</source>
        <translation>
            <numerusform>and %Ln more, in the loss report</numerusform>
            <numerusform>and %Ln more, in the loss report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigating</name>
    <message numerus="yes">
        <source>Removing %Ln article(s)</source>
        <translation>
            <numerusform>Removing %Ln article</numerusform>
            <numerusform>Removing %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PropagationDialog</name>
    <message numerus="yes">
        <source>Label %Ln mention(s)</source>
        <translation>
            <numerusform>Label %Ln mention</numerusform>
            <numerusform>Label %Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further mention(s). Take the tick from those that mean something else.</source>
        <translation>
            <numerusform>%Ln further mention. Take the tick from those that mean something else.</numerusform>
            <numerusform>%Ln further mentions. Take the tick from those that mean something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalList</name>
    <message numerus="yes">
        <source>{name} goes. Its %Ln annotation(s):</source>
        <translation>
            <numerusform>{name} goes. Its %Ln annotation:</numerusform>
            <numerusform>{name} goes. Its %Ln annotations:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them come from the history.</source>
        <translation>
            <numerusform>%Ln of them comes from the history.</numerusform>
            <numerusform>%Ln of them come from the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: see hashiya rescue</source>
        <translation>
            <numerusform>and %Ln more: see hashiya rescue</numerusform>
            <numerusform>and %Ln more: see hashiya rescue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) revised.</source>
        <translation>
            <numerusform>%Ln article revised.</numerusform>
            <numerusform>%Ln articles revised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revise %Ln article(s)</source>
        <translation>
            <numerusform>Revise %Ln article</numerusform>
            <numerusform>Revise %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) keep their letters</source>
        <translation>
            <numerusform>%Ln annotation keeps its letters</numerusform>
            <numerusform>%Ln annotations keep their letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln respelled</source>
        <translation>
            <numerusform>%Ln respelled</numerusform>
            <numerusform>%Ln respelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will need review</source>
        <translation>
            <numerusform>%Ln will need review</numerusform>
            <numerusform>%Ln will need review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will be lost</source>
        <translation>
            <numerusform>%Ln will be lost</numerusform>
            <numerusform>%Ln will be lost</numerusform>
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
