<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Mark spans in Arabic news by hand, lose nothing, export exact training data.</source>
        <translation>سِم المقاطع في الأخبار العربية يدويًا، ولا تفقد شيئًا، وصدِّر بيانات تدريب دقيقة.</translation>
    </message>
    <message>
        <source>It works without a network and sends nothing anywhere.</source>
        <translation>يعمل من دون شبكة ولا يرسل شيئًا إلى أي جهة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Put the caret on an annotation first.</source>
        <translation>ضع المؤشّر على وسم أولًا.</translation>
    </message>
    <message>
        <source>Labelling mentions</source>
        <translation>جارٍ وسم المواضع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further mention(s) labelled.</source>
        <translation>
            <numerusform>لم يوسَم أي موضع ذكر آخر.</numerusform>
            <numerusform>وُسم موضع ذكر واحد آخر.</numerusform>
            <numerusform>وُسم موضعا ذكر آخران.</numerusform>
            <numerusform>وُسمت %Ln مواضع ذكر أخرى.</numerusform>
            <numerusform>وُسم %Ln موضع ذكر آخر.</numerusform>
            <numerusform>وُسم %Ln موضع ذكر آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no further mention to label.</source>
        <translation>لا موضع ذكر آخر لوسمه.</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Annotations of the article</source>
        <translation>وسوم المقال</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>لا مقال مفتوح</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>اختر مقالًا من القائمة.</translation>
    </message>
    <message>
        <source>Nothing is marked yet</source>
        <translation>لا وسوم بعد</translation>
    </message>
    <message>
        <source>Select words in the article, or put the caret on one, and press the digit of a label.</source>
        <translation>حدّد كلمات في المقال، أو ضع المؤشّر على كلمة، ثم اضغط رقم التصنيف.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln annotation(s)</source>
        <translation>
            <numerusform>إزالة %Ln وسم</numerusform>
            <numerusform>إزالة وسم واحد</numerusform>
            <numerusform>إزالة وسمين</numerusform>
            <numerusform>إزالة %Ln وسوم</numerusform>
            <numerusform>إزالة %Ln وسمًا</numerusform>
            <numerusform>إزالة %Ln وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelling %Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم للتصنيف</numerusform>
            <numerusform>جارٍ تصنيف وسم واحد</numerusform>
            <numerusform>جارٍ تصنيف وسمين</numerusform>
            <numerusform>جارٍ تصنيف %Ln وسوم</numerusform>
            <numerusform>جارٍ تصنيف %Ln وسمًا</numerusform>
            <numerusform>جارٍ تصنيف %Ln وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing %Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم للإزالة</numerusform>
            <numerusform>جارٍ إزالة وسم واحد</numerusform>
            <numerusform>جارٍ إزالة وسمين</numerusform>
            <numerusform>جارٍ إزالة %Ln وسوم</numerusform>
            <numerusform>جارٍ إزالة %Ln وسمًا</numerusform>
            <numerusform>جارٍ إزالة %Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>needs review</source>
        <translation>يحتاج إلى مراجعة</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>About the article</source>
        <translation>عن المقال</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>جهة النشر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>عنوان الويب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Imported from {file}</source>
        <translation>مستورد من {file}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Naming the article</source>
        <translation>تسمية المقال</translation>
    </message>
</context>
<context>
    <name>ArticleFilter</name>
    <message>
        <source>Any label</source>
        <translation>أي تصنيف</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>البحث في المقالات</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Only flagged articles</source>
        <translation>المقالات المميَّزة بعلامة فقط</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>ترتيب القائمة</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>ترتيب الاستيراد</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>جهة النشر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>ترتيب عكسي</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln article(s)</source>
        <translation>
            <numerusform>{shown} من %Ln مقال</numerusform>
            <numerusform>{shown} من مقال واحد</numerusform>
            <numerusform>{shown} من مقالين</numerusform>
            <numerusform>{shown} من %Ln مقالات</numerusform>
            <numerusform>{shown} من %Ln مقالًا</numerusform>
            <numerusform>{shown} من %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Flag</source>
        <translation>تمييز بعلامة</translation>
    </message>
    <message>
        <source>Take the flag off</source>
        <translation>رفع العلامة</translation>
    </message>
    <message>
        <source>Title, outlet and note…</source>
        <translation>العنوان وجهة النشر والملاحظة…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln article(s)</source>
        <translation>
            <numerusform>إزالة %Ln مقال</numerusform>
            <numerusform>إزالة مقال واحد</numerusform>
            <numerusform>إزالة مقالين</numerusform>
            <numerusform>إزالة %Ln مقالات</numerusform>
            <numerusform>إزالة %Ln مقالًا</numerusform>
            <numerusform>إزالة %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln article(s)</source>
        <translation>
            <numerusform>تعليم %Ln مقال</numerusform>
            <numerusform>تعليم مقال واحد</numerusform>
            <numerusform>تعليم مقالين</numerusform>
            <numerusform>تعليم %Ln مقالات</numerusform>
            <numerusform>تعليم %Ln مقالًا</numerusform>
            <numerusform>تعليم %Ln مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Selected: {text}</source>
        <translation>المحدَّد: {text}</translation>
    </message>
</context>
<context>
    <name>AttributeCard</name>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Value or range</source>
        <translation>قيمة أو مدى</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>إضافة خيار</translation>
    </message>
</context>
<context>
    <name>AttributeCards</name>
    <message>
        <source>Attributes are what is asked about each annotation of this label, such as the kind of an actor or the value of a quantity.</source>
        <translation>السمات هي ما يُسأل عنه في كل وسم من هذا التصنيف، مثل نوع الفاعل أو قيمة الكمية.</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>إضافة سمة</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>The project goes back to what it was at that time. What it is now is kept among the backups.</source>
        <translation>يعود المشروع إلى ما كان عليه في ذلك الوقت. وما هو عليه الآن يُحفظ بين النسخ الاحتياطية.</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each time a changed project opens.</source>
        <translation>لا نسخ احتياطية بعد. تُصنع نسخة كلما فُتح مشروع تغيّر.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Steps that would be taken back</source>
        <translation>خطوات سيُتراجع عنها</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} م.ب</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>قبل استعادة نسخة</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>جارٍ المقارنة</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>لم يتغيّر شيء منذ ذلك الحين.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) would be done again.</source>
        <translation>
            <numerusform>لن تُعاد أي خطوة.</numerusform>
            <numerusform>ستُعاد خطوة واحدة.</numerusform>
            <numerusform>ستُعاد خطوتان.</numerusform>
            <numerusform>ستُعاد %Ln خطوات.</numerusform>
            <numerusform>ستُعاد %Ln خطوة.</numerusform>
            <numerusform>ستُعاد %Ln خطوة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) would be taken back:</source>
        <translation>
            <numerusform>لن يُتراجع عن أي خطوة:</numerusform>
            <numerusform>سيُتراجع عن خطوة واحدة:</numerusform>
            <numerusform>سيُتراجع عن خطوتين:</numerusform>
            <numerusform>سيُتراجع عن %Ln خطوات:</numerusform>
            <numerusform>سيُتراجع عن %Ln خطوة:</numerusform>
            <numerusform>سيُتراجع عن %Ln خطوة:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged in this backup, %Ln text(s) or annotation(s):</source>
        <translation>
            <numerusform>لا شيء تالف في هذه النسخة:</numerusform>
            <numerusform>في هذه النسخة نص أو وسم واحد تالف:</numerusform>
            <numerusform>في هذه النسخة نصان أو وسمان تالفان:</numerusform>
            <numerusform>في هذه النسخة %Ln نصوص أو وسوم تالفة:</numerusform>
            <numerusform>في هذه النسخة %Ln نصًا أو وسمًا تالفًا:</numerusform>
            <numerusform>في هذه النسخة %Ln نص أو وسم تالف:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would go.</source>
        <translation>
            <numerusform>لن يُزال أي مقال.</numerusform>
            <numerusform>سيُزال مقال واحد.</numerusform>
            <numerusform>سيُزال مقالان.</numerusform>
            <numerusform>ستُزال %Ln مقالات.</numerusform>
            <numerusform>سيُزال %Ln مقالًا.</numerusform>
            <numerusform>سيُزال %Ln مقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would come back.</source>
        <translation>
            <numerusform>لن يعود أي مقال.</numerusform>
            <numerusform>سيعود مقال واحد.</numerusform>
            <numerusform>سيعود مقالان.</numerusform>
            <numerusform>ستعود %Ln مقالات.</numerusform>
            <numerusform>سيعود %Ln مقالًا.</numerusform>
            <numerusform>سيعود %Ln مقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would be as they were.</source>
        <translation>
            <numerusform>لن يعود أي مقال كما كان.</numerusform>
            <numerusform>سيعود مقال واحد كما كان.</numerusform>
            <numerusform>سيعود مقالان كما كانا.</numerusform>
            <numerusform>ستعود %Ln مقالات كما كانت.</numerusform>
            <numerusform>سيعود %Ln مقالًا كما كان.</numerusform>
            <numerusform>سيعود %Ln مقال كما كان.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would go.</source>
        <translation>
            <numerusform>لن يُزال أي وسم.</numerusform>
            <numerusform>سيُزال وسم واحد.</numerusform>
            <numerusform>سيُزال وسمان.</numerusform>
            <numerusform>ستُزال %Ln وسوم.</numerusform>
            <numerusform>سيُزال %Ln وسمًا.</numerusform>
            <numerusform>سيُزال %Ln وسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would come back.</source>
        <translation>
            <numerusform>لن يعود أي وسم.</numerusform>
            <numerusform>سيعود وسم واحد.</numerusform>
            <numerusform>سيعود وسمان.</numerusform>
            <numerusform>ستعود %Ln وسوم.</numerusform>
            <numerusform>سيعود %Ln وسمًا.</numerusform>
            <numerusform>سيعود %Ln وسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would be as they were.</source>
        <translation>
            <numerusform>لن يعود أي وسم كما كان.</numerusform>
            <numerusform>سيعود وسم واحد كما كان.</numerusform>
            <numerusform>سيعود وسمان كما كانا.</numerusform>
            <numerusform>ستعود %Ln وسوم كما كانت.</numerusform>
            <numerusform>سيعود %Ln وسمًا كما كان.</numerusform>
            <numerusform>سيعود %Ln وسم كما كان.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceGroup</name>
    <message>
        <source>A label on a part of a word, as in {words}</source>
        <translation>تصنيف على جزء من كلمة، كما في {words}</translation>
    </message>
    <message>
        <source>The whole word takes it</source>
        <translation>تأخذه الكلمة كلها</translation>
    </message>
    <message>
        <source>Only whole words take it</source>
        <translation>لا تأخذه إلا الكلمات الكاملة</translation>
    </message>
    <message>
        <source>The word is cut there</source>
        <translation>تُقطَّع الكلمة عنده</translation>
    </message>
    <message>
        <source>Every word is cut at its clitics</source>
        <translation>تُقطَّع كل كلمة عند زوائدها</translation>
    </message>
    <message>
        <source>Cut there, whole on a line above</source>
        <translation>تُقطَّع عنده، وكاملةً في سطر فوقها</translation>
    </message>
    <message>
        <source>Cutting words</source>
        <translation>تقطيع الكلمات</translation>
    </message>
    <message>
        <source>The article stays with its word</source>
        <translation>تبقى أل التعريف مع كلمتها</translation>
    </message>
    <message>
        <source>The article is cut off too</source>
        <translation>تُفصل أل التعريف أيضًا</translation>
    </message>
    <message>
        <source>Several labels on a word, as in {words}</source>
        <translation>عدة تصنيفات على كلمة، كما في {words}</translation>
    </message>
    <message>
        <source>The longest is written</source>
        <translation>يُكتب الأطول</translation>
    </message>
    <message>
        <source>The shortest is written</source>
        <translation>يُكتب الأقصر</translation>
    </message>
    <message>
        <source>The one higher in the label set</source>
        <translation>يُكتب الأسبق في مجموعة التصنيفات</translation>
    </message>
    <message>
        <source>Each, in a column of its own</source>
        <translation>كلٌّ في عمود خاص به</translation>
    </message>
    <message>
        <source>Tags, as for {words}</source>
        <translation>العلامات، كما في {words}</translation>
    </message>
    <message>
        <source>IOB2: B begins each</source>
        <translation>IOB2: ‏B في أول كل مقطع</translation>
    </message>
    <message>
        <source>IOB1: B only where two meet</source>
        <translation>IOB1: ‏B حيث يتجاور مقطعان فقط</translation>
    </message>
    <message>
        <source>BIOES: E ends, S stands alone</source>
        <translation>BIOES: ‏E للنهاية وS للمنفردة</translation>
    </message>
    <message>
        <source>IO: no borders</source>
        <translation>IO: بلا حدود</translation>
    </message>
</context>
<context>
    <name>ColourPicker</name>
    <message>
        <source>Other…</source>
        <translation>لون آخر…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Caret and selection</source>
        <translation>المؤشّر والتحديد</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Try the &amp;sample articles</source>
        <translation>تجربة المقالات النموذجية</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>استيراد ملفات…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>&amp;Paste as an article…</source>
        <translation>لصق في مقال جديد…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Save a &amp;copy of the project…</source>
        <translation>حفظ نسخة من المشروع…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Rescue a dama&amp;ged project…</source>
        <translation>إن&amp;قاذ مشروع تالف…</translation>
    </message>
    <message>
        <source>Article as P&amp;DF…</source>
        <translation>المقال بصيغة PDF…</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>الإحصاءات…</translation>
    </message>
    <message>
        <source>Close p&amp;roject</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>&amp;Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>البحث عن التالي</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>البحث عن السابق</translation>
    </message>
    <message>
        <source>Find in the pro&amp;ject</source>
        <translation>البحث في المشروع</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>التصنيفات…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Label {n}</source>
        <translation>التصنيف {n}</translation>
    </message>
    <message>
        <source>&amp;Remove the annotation</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>Start: take in the proclitic or letter before</source>
        <translation>البداية: ضمّ السابقة أو الحرف الذي قبلها</translation>
    </message>
    <message>
        <source>Start: leave out the proclitic or letter</source>
        <translation>البداية: استبعاد السابقة أو الحرف الأول</translation>
    </message>
    <message>
        <source>End: take in the letter after</source>
        <translation>النهاية: ضمّ الحرف التالي</translation>
    </message>
    <message>
        <source>End: leave out the enclitic or letter</source>
        <translation>النهاية: استبعاد اللاحقة أو الحرف الأخير</translation>
    </message>
    <message>
        <source>Start: one letter out</source>
        <translation>البداية: حرف إلى الخارج</translation>
    </message>
    <message>
        <source>Start: one letter in</source>
        <translation>البداية: حرف إلى الداخل</translation>
    </message>
    <message>
        <source>End: one letter out</source>
        <translation>النهاية: حرف إلى الخارج</translation>
    </message>
    <message>
        <source>End: one letter in</source>
        <translation>النهاية: حرف إلى الداخل</translation>
    </message>
    <message>
        <source>Label every mention in the &amp;article</source>
        <translation>وسم كل مواضع الذكر في المقال</translation>
    </message>
    <message>
        <source>Label every mention in the &amp;project…</source>
        <translation>وسم كل مواضع الذكر في المشروع…</translation>
    </message>
    <message>
        <source>Edit its &amp;attributes</source>
        <translation>تحرير السمات</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Needs re&amp;view</source>
        <translation>يحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>N&amp;ext annotation</source>
        <translation>الوسم التالي</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>الوسم السابق</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>&amp;Done, and next</source>
        <translation>إنجاز وانتقال إلى التالي</translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation>تعيين الحالة: جديد</translation>
    </message>
    <message>
        <source>Mark as in progress</source>
        <translation>تعيين الحالة: قيد العمل</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>تعيين الحالة: منجز</translation>
    </message>
    <message>
        <source>Mark as skipped</source>
        <translation>تعيين الحالة: متخطّى</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>تمييز بعلامة</translation>
    </message>
    <message>
        <source>Title, outlet and &amp;note…</source>
        <translation>العنوان وجهة النشر والملاحظة…</translation>
    </message>
    <message>
        <source>Replace the text by a &amp;later version…</source>
        <translation>استبدال النص بن&amp;سخة أحدث…</translation>
    </message>
    <message>
        <source>Replace the text by the &amp;clipboard’s…</source>
        <translation>استبدال النص بما في ال&amp;حافظة…</translation>
    </message>
    <message>
        <source>&amp;Remove from the project</source>
        <translation>إزالة من المشروع</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>A&amp;nnotations and guideline</source>
        <translation>الوسوم ودليل الوسم</translation>
    </message>
    <message>
        <source>&amp;Character lens</source>
        <translation>عدسة المحا&amp;رف</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Go to the &amp;text</source>
        <translation>الانتقال إلى النص</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>Show &amp;invisible characters</source>
        <translation>إظهار المحارف غير المرئية</translation>
    </message>
    <message>
        <source>Light or &amp;dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Annotation &amp;guideline</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>إظهار مجلد سجلات التشغيل</translation>
    </message>
    <message>
        <source>&amp;About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
    <message>
        <source>To the next or previous word</source>
        <translation>إلى الكلمة التالية أو السابقة</translation>
    </message>
    <message>
        <source>By letter</source>
        <translation>حرفًا حرفًا</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>جملة جملة</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>سطرًا سطرًا</translation>
    </message>
    <message>
        <source>To the start or end of the line</source>
        <translation>إلى بداية السطر أو نهايته</translation>
    </message>
    <message>
        <source>To the start or end of the article</source>
        <translation>إلى بداية المقال أو نهايته</translation>
    </message>
    <message>
        <source>Shift with any of these selects</source>
        <translation>إضافة Shift إلى أيّ منها للتحديد</translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message>
        <source>Looking for “{text}”</source>
        <translation>البحث عن «{text}»</translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln place(s)</source>
        <translation>
            <numerusform>لا مواضع للوسم</numerusform>
            <numerusform>جارٍ وسم موضع واحد</numerusform>
            <numerusform>جارٍ وسم موضعين</numerusform>
            <numerusform>جارٍ وسم %Ln مواضع</numerusform>
            <numerusform>جارٍ وسم %Ln موضعًا</numerusform>
            <numerusform>جارٍ وسم %Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) marked.</source>
        <translation>
            <numerusform>لم يوسم أي موضع.</numerusform>
            <numerusform>وُسم موضع واحد.</numerusform>
            <numerusform>وُسم موضعان.</numerusform>
            <numerusform>وُسمت %Ln مواضع.</numerusform>
            <numerusform>وُسم %Ln موضعًا.</numerusform>
            <numerusform>وُسم %Ln موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are.</source>
        <translation>
            <numerusform>لم يبق شيء على حاله.</numerusform>
            <numerusform>بقي واحد على حاله.</numerusform>
            <numerusform>بقي اثنان على حالهما.</numerusform>
            <numerusform>بقيت %Ln على حالها.</numerusform>
            <numerusform>بقي %Ln على حالها.</numerusform>
            <numerusform>بقي %Ln على حالها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in the project</source>
        <translation>البحث في المشروع</translation>
    </message>
    <message>
        <source>Words, marks and hamza aside</source>
        <translation>كلمات، بصرف النظر عن التشكيل والهمزة</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>ما يُبحث عنه</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>المواضع التي وُجدت</translation>
    </message>
    <message>
        <source>Annotated as</source>
        <translation>موسوم بوصفه</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Enter goes there; a digit marks the selected lines.</source>
        <translation>ينقلك Enter إلى الموضع، ورقم التصنيف يسم الأسطر المحددة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>بترتيب النص</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>بالكلمات السابقة</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>بالكلمات اللاحقة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Not annotated</source>
        <translation>غير موسوم</translation>
    </message>
    <message>
        <source>Annotated as {label}</source>
        <translation>موسوم: {label}</translation>
    </message>
    <message>
        <source>Reading the labels</source>
        <translation>جارٍ قراءة التصنيفات</translation>
    </message>
    <message numerus="yes">
        <source>Looking through the project… %Ln place(s) so far.</source>
        <translation>
            <numerusform>جارٍ البحث في المشروع… لا مواضع بعد.</numerusform>
            <numerusform>جارٍ البحث في المشروع… موضع واحد حتى الآن.</numerusform>
            <numerusform>جارٍ البحث في المشروع… موضعان حتى الآن.</numerusform>
            <numerusform>جارٍ البحث في المشروع… %Ln مواضع حتى الآن.</numerusform>
            <numerusform>جارٍ البحث في المشروع… %Ln موضعًا حتى الآن.</numerusform>
            <numerusform>جارٍ البحث في المشروع… %Ln موضع حتى الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln place(s): say more to find fewer.</source>
        <translation>
            <numerusform>لا مواضع.</numerusform>
            <numerusform>أول موضع: زد كلمات لتقليل النتائج.</numerusform>
            <numerusform>أول موضعين: زد كلمات لتقليل النتائج.</numerusform>
            <numerusform>أول %Ln مواضع: زد كلمات لتقليل النتائج.</numerusform>
            <numerusform>أول %Ln موضعًا: زد كلمات لتقليل النتائج.</numerusform>
            <numerusform>أول %Ln موضع: زد كلمات لتقليل النتائج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s).</source>
        <translation>
            <numerusform>لا مواضع.</numerusform>
            <numerusform>موضع واحد.</numerusform>
            <numerusform>موضعان.</numerusform>
            <numerusform>%Ln مواضع.</numerusform>
            <numerusform>%Ln موضعًا.</numerusform>
            <numerusform>%Ln موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>لم يوجد.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>Hashiya made a mistake. Everything you annotated is saved, and you can go on working. The report below says what went wrong; it contains no article text. Please send it to the developers.</source>
        <translation>وقع خطأ في «حاشية». كل ما وسمته محفوظ، ويمكنك متابعة العمل. يبيّن التقرير أدناه ما حدث، ولا يتضمّن أي نص من المقالات. يُرجى إرساله إلى المطوّرين.</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Choose its encoding yourself (--encoding on the command line).</source>
        <translation>اختر ترميزه بنفسك (--encoding في سطر الأوامر).</translation>
    </message>
    <message>
        <source>Save it as plain text, in UTF-8, and import that.</source>
        <translation>احفظه نصًا عاديًا بترميز UTF-8 ثم استورده.</translation>
    </message>
    <message>
        <source>This file is a packed archive, and no zip.</source>
        <translation>هذا الملف أرشيف مضغوط ليس من نوع zip.</translation>
    </message>
    <message>
        <source>This file is a PDF, not text.</source>
        <translation>هذا الملف بصيغة PDF وليس نصًا.</translation>
    </message>
    <message>
        <source>Copy the article out of it and paste it.</source>
        <translation>انسخ المقال منه والصقه هنا.</translation>
    </message>
    <message>
        <source>This file is a packed archive or document, not text.</source>
        <translation>هذا الملف أرشيف أو مستند مضغوط وليس نصًا.</translation>
    </message>
    <message>
        <source>Import it with the format left to be found out.</source>
        <translation>استورده واترك تحديد الصيغة للبرنامج.</translation>
    </message>
    <message>
        <source>This is a document of the old kind, or a locked one.</source>
        <translation>هذا مستند قديم الصيغة، أو محميّ بكلمة مرور.</translation>
    </message>
    <message>
        <source>Open it in Word or LibreOffice and save it as .docx, a table as CSV (UTF-8).</source>
        <translation>افتحه في Word أو LibreOffice واحفظه بصيغة ‎.docx، والجدولَ بصيغة CSV ‏(UTF-8).</translation>
    </message>
    <message>
        <source>This is a Rich Text document (RTF).</source>
        <translation>هذا مستند نص منسق (RTF).</translation>
    </message>
    <message>
        <source>This file is a Parquet table, not text.</source>
        <translation>هذا الملف جدول Parquet وليس نصًّا.</translation>
    </message>
    <message>
        <source>Save it as JSON lines (to_json in Python), and import that.</source>
        <translation>احفظه بصيغة JSON Lines ‏(to_json في Python)، ثم استورد الناتج.</translation>
    </message>
    <message>
        <source>This file is not {encoding}: the bytes here have no meaning.</source>
        <translation>ترميز هذا الملف ليس {encoding}: لا معنى للبايتات هنا.</translation>
    </message>
    <message>
        <source>This file is UTF-8, but damaged here.</source>
        <translation>هذا الملف بترميز UTF-8 لكنه تالف هنا.</translation>
    </message>
    <message>
        <source>Get a whole copy of the file, or repair it.</source>
        <translation>احصل على نسخة كاملة من الملف، أو أصلحه.</translation>
    </message>
    <message>
        <source>This file is not text in any encoding known here.</source>
        <translation>هذا الملف ليس نصًا بأي ترميز معروف هنا.</translation>
    </message>
    <message>
        <source>This file is not text.</source>
        <translation>هذا الملف ليس نصًا.</translation>
    </message>
    <message>
        <source>This is not a line of brat&apos;s.</source>
        <translation>ليس هذا سطرًا من أسطر brat.</translation>
    </message>
    <message>
        <source>Correct that line and try again.</source>
        <translation>صحّح ذلك السطر وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The text of {path} is not beside it: {name} is missing.</source>
        <translation>نصّ {path} ليس بجانبه: الملف {name} غير موجود.</translation>
    </message>
    <message>
        <source>Put both files into one folder.</source>
        <translation>ضع الملفين في مجلد واحد.</translation>
    </message>
    <message>
        <source>Correct that article and try again.</source>
        <translation>صحّح ذلك المقال وحاول مجددًا.</translation>
    </message>
    <message>
        <source>There is no article in it.</source>
        <translation>لا مقال فيه.</translation>
    </message>
    <message>
        <source>Leave it out, or look where its lines went.</source>
        <translation>استبعده، أو ابحث عمّا حلّ بأسطره.</translation>
    </message>
    <message>
        <source>This is not an article: it has no key “text” or “النص”.</source>
        <translation>هذا ليس مقالًا: لا مفتاح «text» أو «النص» فيه.</translation>
    </message>
    <message>
        <source>What stands under “{key}” is not text.</source>
        <translation>ما تحت «{key}» ليس نصًا.</translation>
    </message>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation>هذا ليس JSON سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>This is not JSON that can be read: {reason}.</source>
        <translation>هذا JSON لا يمكن قراءته: {reason}.</translation>
    </message>
    <message>
        <source>“{key}” is missing in {place}.</source>
        <translation>«{key}» ناقص في {place}.</translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation>«{key}» ناقص.</translation>
    </message>
    <message>
        <source>Its labels are numbers, and no list says their names.</source>
        <translation>تصنيفاته أرقام ولا قائمة تبيّن أسماءها.</translation>
    </message>
    <message>
        <source>Export it from doccano as “JSONL (Text label)”.</source>
        <translation>صدّره من doccano بصيغة ‎“JSONL (Text label)”‎.</translation>
    </message>
    <message>
        <source>The line has both “{one}” and “{other}”.</source>
        <translation>في السطر كلٌّ من «{one}» و«{other}».</translation>
    </message>
    <message>
        <source>In {place} there is a JSON {found} in place of {wanted}.</source>
        <translation>في {place} قيمة JSON من نوع {found} بدلًا من {wanted}.</translation>
    </message>
    <message>
        <source>There is a JSON {found} in place of {wanted}.</source>
        <translation>هنا قيمة JSON من نوع {found} بدلًا من {wanted}.</translation>
    </message>
    <message>
        <source>In {place} there are {found} items in place of {wanted}.</source>
        <translation>عدد العناصر في {place} هو {found} بدلًا من {wanted}.</translation>
    </message>
    <message>
        <source>There are {found} items in place of {wanted}.</source>
        <translation>عدد العناصر {found} بدلًا من {wanted}.</translation>
    </message>
    <message>
        <source>“{value}” in {place} is no value that is known.</source>
        <translation>«{value}» في {place} قيمة غير معروفة.</translation>
    </message>
    <message>
        <source>“{value}” is no value that is known.</source>
        <translation>«{value}» قيمة غير معروفة.</translation>
    </message>
    <message>
        <source>In {place}: {reason}.</source>
        <translation>في {place}: {reason}.</translation>
    </message>
    <message>
        <source>The label file {path} could not be read: {reason}.</source>
        <translation>تعذّرت قراءة ملف التصنيفات {path}: {reason}.</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>تأكّد من وجود الملف ومن إمكان قراءته.</translation>
    </message>
    <message>
        <source>The label file is not UTF-8 text.</source>
        <translation>ملف التصنيفات ليس نصًا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>احفظه بترميز UTF-8.</translation>
    </message>
    <message>
        <source>This is not valid TOML: {reason}.</source>
        <translation>هذا ليس TOML سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>“{key}” is not something that a label file holds.</source>
        <translation>«{key}» ليس مما يحمله ملف تصنيفات.</translation>
    </message>
    <message>
        <source>There is no [[label]] table in this file.</source>
        <translation>لا جدول [[label]] في هذا الملف.</translation>
    </message>
    <message>
        <source>A label&apos;s digit is a number from 1 to 9.</source>
        <translation>رقم التصنيف عدد من 1 إلى 9.</translation>
    </message>
    <message>
        <source>“{colour}” is not a colour such as #0072b2.</source>
        <translation>«{colour}» ليس لونًا على مثال ‎#0072b2.</translation>
    </message>
    <message>
        <source>Attributes are written as [[label.attribute]].</source>
        <translation>تُكتب السمات هكذا: [[label.attribute]].</translation>
    </message>
    <message>
        <source>“{kind}” is not a kind of attribute: use {kinds}.</source>
        <translation>«{kind}» ليس نوعًا من السمات: استعمل {kinds}.</translation>
    </message>
    <message>
        <source>An attribute has a list of choices when its kind is “choice” only.</source>
        <translation>لا تكون للسمة قائمة خيارات إلا إذا كان نوعها «choice».</translation>
    </message>
    <message>
        <source>A table is expected here.</source>
        <translation>المتوقَّع هنا جدول.</translation>
    </message>
    <message>
        <source>The key “{key}” is empty or holds a blank or a quote.</source>
        <translation>المفتاح «{key}» فارغ أو فيه فراغ أو علامة تنصيص.</translation>
    </message>
    <message>
        <source>“{key}” is missing here.</source>
        <translation>«{key}» ناقص هنا.</translation>
    </message>
    <message>
        <source>“{key}” has to be text in quotes.</source>
        <translation>يجب أن يكون «{key}» نصًا بين علامتي تنصيص.</translation>
    </message>
    <message>
        <source>The {key} “{value}” is used twice.</source>
        <translation>‏{key} «{value}» مستعمل مرتين.</translation>
    </message>
    <message>
        <source>The id {id} was given on line {first} already.</source>
        <translation>سبق المعرّف {id} في السطر {first}.</translation>
    </message>
    <message>
        <source>The text holds a NUL character.</source>
        <translation>في النص محرف NUL.</translation>
    </message>
    <message>
        <source>The article has no text.</source>
        <translation>المقال بلا نص.</translation>
    </message>
    <message>
        <source>Leave that line out.</source>
        <translation>احذف ذلك السطر.</translation>
    </message>
    <message>
        <source>Two spans have the id {id}.</source>
        <translation>لمقطعين المعرّف نفسه {id}.</translation>
    </message>
    <message>
        <source>“{time}” in “{name}” is not a UTC time such as {example}.</source>
        <translation>القيمة «{time}» في «{name}» ليست وقتًا عالميًا على مثال {example}.</translation>
    </message>
    <message>
        <source>The id “{id}” is not a UUID in small letters.</source>
        <translation>المعرّف «{id}» ليس UUID بأحرف صغيرة.</translation>
    </message>
    <message>
        <source>Leave ids out to have new ones made.</source>
        <translation>احذف المعرّفات لتُنشأ معرّفات جديدة.</translation>
    </message>
    <message>
        <source>The span {start}–{end} covers only a part of a line break or a broken character.</source>
        <translation>المقطع {start}–{end} لا يغطّي إلا جزءًا من فاصل سطر أو من محرف تالف.</translation>
    </message>
    <message>
        <source>The span {start}–{end} is not a range inside the text&apos;s {length} characters.</source>
        <translation>المقطع {start}–{end} ليس مدى داخل محارف النص وعددها {length}.</translation>
    </message>
    <message>
        <source>Count “start” and “end” in characters (code points), from 0, end exclusive.</source>
        <translation>عُدّ «start» و«end» بالمحارف (نقاط الترميز) بدءًا من 0، والنهاية غير داخلة.</translation>
    </message>
    <message>
        <source>The span {start}–{end} counts an emoji as two (UTF-16 units, as JavaScript does).</source>
        <translation>المقطع {start}–{end} يعدّ الرمز التعبيري اثنين (وحدات UTF-16 كما في JavaScript).</translation>
    </message>
    <message>
        <source>Count “start” and “end” in characters (code points).</source>
        <translation>عُدّ «start» و«end» بالمحارف (نقاط الترميز).</translation>
    </message>
    <message>
        <source>The span {start}–{end} covers “{found}”, not “{expected}”.</source>
        <translation>المقطع {start}–{end} يغطّي «{found}» لا «{expected}».</translation>
    </message>
    <message>
        <source>Correct the offsets or the span&apos;s text.</source>
        <translation>صحّح المواضع أو نصّ المقطع.</translation>
    </message>
    <message>
        <source>There is no format “{key}”.</source>
        <translation>لا صيغة باسم «{key}».</translation>
    </message>
    <message>
        <source>Choose one of: {keys}.</source>
        <translation>اختر واحدة من: {keys}.</translation>
    </message>
    <message>
        <source>“{value}” is a way of cutting words into segments.</source>
        <translation>«{value}» طريقة في تقطيع الكلمات إلى أجزائها الصرفية.</translation>
    </message>
    <message>
        <source>Choose “segment” for clitics, or leave it out.</source>
        <translation>اختر segment للزوائد المتصلة، أو اتركه.</translation>
    </message>
    <message>
        <source>Choose one of: {values}.</source>
        <translation>اختر إحدى القيم: {values}.</translation>
    </message>
    <message>
        <source>{key} has no {option} “{value}”.</source>
        <translation>ليس في {key} قيمة «{value}» للخيار {option}.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>اتركه.</translation>
    </message>
    <message>
        <source>{path} cannot be written as {key}.</source>
        <translation>لا يمكن كتابة {path} بصيغة {key}.</translation>
    </message>
    <message>
        <source>{path} is not a file but a pipe or a device.</source>
        <translation>‏{path} ليس ملفًا بل أنبوب أو جهاز.</translation>
    </message>
    <message>
        <source>Save it as a file and import that.</source>
        <translation>احفظه ملفًا ثم استورد الملف.</translation>
    </message>
    <message>
        <source>This article is larger than {megabytes} MB.</source>
        <translation>هذا المقال أكبر من {megabytes} ميغابايت.</translation>
    </message>
    <message>
        <source>Split it into several articles.</source>
        <translation>قسّمه إلى عدة مقالات.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>لا ملف ولا مجلد باسم {path}.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>تحقّق من الاسم.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>ليس لديك إذن بقراءة {path}.</translation>
    </message>
    <message>
        <source>Ask for the right to read it, or copy it.</source>
        <translation>اطلب الإذن بقراءته، أو انسخه.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a file.</source>
        <translation>‏{path} مجلد لا ملف.</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>اختر ملفًا فيه.</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}.</source>
        <translation>تعذّرت قراءة {path}: {reason}.</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>افحص القرص ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>اختر مجلدًا تمكنك الكتابة فيه.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>أفسح مكانًا على القرص ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Make the folder first.</source>
        <translation>أنشئ المجلد أولًا.</translation>
    </message>
    <message>
        <source>{path} is the name of a project, or of a file that belongs to one.</source>
        <translation>{path} اسم مشروع أو اسم ملف تابع لمشروع.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>اختر اسمًا آخر أو مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>تعذّرت كتابة {path}: {reason}.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>لا نصّ فيه.</translation>
    </message>
    <message>
        <source>Leave it out, or look where its text went.</source>
        <translation>استبعده، أو ابحث عمّا حلّ بنصّه.</translation>
    </message>
    <message>
        <source>This is not a Word document, or it is damaged.</source>
        <translation>هذا ليس مستند Word، أو أنه تالف.</translation>
    </message>
    <message>
        <source>Open it in Word or LibreOffice and save it as .docx.</source>
        <translation>افتحه في Word أو LibreOffice واحفظه بصيغة ‎.docx.</translation>
    </message>
    <message>
        <source>“{value}” does not fit the attribute {attribute}.</source>
        <translation>القيمة «{value}» لا تناسب السمة {attribute}.</translation>
    </message>
    <message>
        <source>Restore a backup, or export without damaged articles.</source>
        <translation>استعد نسخة احتياطية، أو صدّر من دون المقالات التالفة.</translation>
    </message>
    <message>
        <source>{path} is the project itself.</source>
        <translation>المسار {path} هو المشروع نفسه.</translation>
    </message>
    <message>
        <source>Choose another name for the export.</source>
        <translation>اختر اسمًا آخر لملف التصدير.</translation>
    </message>
    <message>
        <source>{path} cannot hold both the export and its report.</source>
        <translation>لا يمكن أن يكون {path} ملفًا للتصدير ولتقريره معًا.</translation>
    </message>
    <message>
        <source>Choose another name for the report.</source>
        <translation>اختر اسمًا آخر للتقرير.</translation>
    </message>
    <message>
        <source>The span id {id} is another annotation&apos;s, in this import or in the project.</source>
        <translation>معرّف المقطع {id} يخصّ وسمًا آخر في هذا الاستيراد أو في المشروع.</translation>
    </message>
    <message>
        <source>The id {id} is another article&apos;s in the project.</source>
        <translation>المعرّف {id} يخصّ مقالًا آخر في المشروع.</translation>
    </message>
    <message>
        <source>The project has no label “{label}”.</source>
        <translation>لا يحتوي المشروع على التصنيف «{label}».</translation>
    </message>
    <message>
        <source>Add it to the label set first, or correct it in the file.</source>
        <translation>أضِفه إلى مجموعة التصنيفات أولًا، أو صحّحه في الملف.</translation>
    </message>
    <message>
        <source>The spans of this article cover {covered} letters, each counted with those inside it; there is room for {most}.</source>
        <translation>عدد الحروف التي تغطيها مقاطع هذا المقال {covered}، بحساب كل مقطع مع ما في داخله؛ والحدّ الأقصى {most}.</translation>
    </message>
    <message>
        <source>Leave out the spans around others that hold most of the text.</source>
        <translation>احذف المقاطع التي تحيط بغيرها وتضم معظم النص.</translation>
    </message>
    <message>
        <source>The span {start}–{end} holds nothing that can be seen.</source>
        <translation>المقطع {start}–{end} لا يضمّ شيئًا يُرى.</translation>
    </message>
    <message>
        <source>There is no encoding “{encoding}”.</source>
        <translation>لا يوجد ترميز باسم «{encoding}».</translation>
    </message>
    <message>
        <source>Choose one such as utf-8 or windows-1256.</source>
        <translation>اختر ترميزًا مثل utf-8 أو windows-1256.</translation>
    </message>
    <message>
        <source>{path} is a project that is open, not an article.</source>
        <translation>{path} مشروع مفتوح، وليس مقالًا.</translation>
    </message>
    <message>
        <source>Export it, and import what was written.</source>
        <translation>صدّره، ثم استورد ما كُتب.</translation>
    </message>
    <message>
        <source>There is nothing to import in {path}.</source>
        <translation>لا شيء يمكن استيراده في {path}.</translation>
    </message>
    <message>
        <source>Files that end in {suffixes} are looked for.</source>
        <translation>يُبحث عن الملفات المنتهية بـ{suffixes}.</translation>
    </message>
    <message>
        <source>{path} is what is read, or the project itself.</source>
        <translation>{path} مما يُقرأ، أو هو المشروع نفسه.</translation>
    </message>
    <message>
        <source>This file has changed since it was looked at.</source>
        <translation>تغيّر هذا الملف بعد معاينته.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>استورده من جديد.</translation>
    </message>
    <message>
        <source>A label needs a key.</source>
        <translation>لا بدّ للتصنيف من مفتاح.</translation>
    </message>
    <message>
        <source>The label key “{key}” has a blank in it.</source>
        <translation>في مفتاح التصنيف «{key}» فراغ.</translation>
    </message>
    <message>
        <source>Exports carry the key: write it as one word.</source>
        <translation>المفتاح هو ما تحمله الملفات المصدَّرة: اكتبه كلمة واحدة.</translation>
    </message>
    <message>
        <source>Two labels have the key “{key}”.</source>
        <translation>لتصنيفين المفتاح نفسه «{key}».</translation>
    </message>
    <message>
        <source>Two labels have the digit {digit}.</source>
        <translation>لتصنيفين الرقم نفسه {digit}.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر غيره.</translation>
    </message>
    <message>
        <source>A project needs at least one label.</source>
        <translation>لا بدّ للمشروع من تصنيف واحد على الأقل.</translation>
    </message>
    <message>
        <source>Annotations that have the label “{key}”: {count}.</source>
        <translation>يحمل التصنيفَ «{key}» {count} من الوسوم.</translation>
    </message>
    <message>
        <source>Say which label they get instead, or that they are to go.</source>
        <translation>حدّد التصنيف البديل لها، أو اختر إزالتها.</translation>
    </message>
    <message>
        <source>The label that the annotations of “{key}” were to get is not in the label set.</source>
        <translation>التصنيف البديل لوسوم «{key}» ليس في مجموعة التصنيفات.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was changed.</source>
        <translation>أُلغيت العملية: لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The annotation is no longer in the project.</source>
        <translation>لم يعد الوسم في المشروع.</translation>
    </message>
    <message>
        <source>It may have been removed: undo brings it back.</source>
        <translation>لعلّه أُزيل: التراجع يعيده.</translation>
    </message>
    <message>
        <source>“{segments}” needs camel-tools’ morphology, which is not installed here.</source>
        <translation>تحتاج «{segments}» إلى بيانات camel-tools الصرفية، وهي غير مثبّتة هنا.</translation>
    </message>
    <message>
        <source>Choose “atbtok”, or install it: {command}</source>
        <translation>اختر «atbtok»، أو ثبّتها: {command}</translation>
    </message>
    <message>
        <source>There is nothing to mark here.</source>
        <translation>لا شيء يمكن وسمه هنا.</translation>
    </message>
    <message>
        <source>Select some letters.</source>
        <translation>حدّد بعض الحروف.</translation>
    </message>
    <message>
        <source>That is too much for one annotation: {letters} letters.</source>
        <translation>هذا أكثر مما يسعه وسم واحد: عدد حروفه {letters}.</translation>
    </message>
    <message>
        <source>Select fewer.</source>
        <translation>حدِّد أقل من ذلك.</translation>
    </message>
    <message>
        <source>“{text}” would cross “{other}”, which is {label}.</source>
        <translation>سيتقاطع «{text}» مع «{other}»، وتصنيفه {label}.</translation>
    </message>
    <message>
        <source>Let one of them hold the other, or allow crossing in the project&apos;s settings.</source>
        <translation>اجعل أحدهما يحتوي الآخر، أو اسمح بالتقاطع في إعدادات المشروع.</translation>
    </message>
    <message>
        <source>“{text}” would overlap “{other}”, which is {label}.</source>
        <translation>سيتداخل «{text}» مع «{other}»، وتصنيفه {label}.</translation>
    </message>
    <message>
        <source>Remove that one first, or allow nesting in the project&apos;s settings.</source>
        <translation>أزِل ذلك الوسم أولًا، أو اسمح بالتداخل في إعدادات المشروع.</translation>
    </message>
    <message>
        <source>“{text}” is {label} already.</source>
        <translation>سبق وسم «{text}» بالتصنيف {label}.</translation>
    </message>
    <message>
        <source>Add it to the label set first.</source>
        <translation>أضِفه إلى مجموعة التصنيفات أولًا.</translation>
    </message>
    <message>
        <source>The backup {path} is not a true copy ({detail}).</source>
        <translation>النسخة الاحتياطية {path} ليست نسخة صحيحة ({detail}).</translation>
    </message>
    <message>
        <source>Check the disk, and restore another one.</source>
        <translation>افحص القرص، واستعد نسخة أخرى.</translation>
    </message>
    <message>
        <source>Stopped: the project and its backups are as they were.</source>
        <translation>أُوقف العمل: المشروع ونسخه الاحتياطية كما كانت.</translation>
    </message>
    <message>
        <source>The file&apos;s structure is damaged ({detail}).</source>
        <translation>بنية الملف تالفة ({detail}).</translation>
    </message>
    <message>
        <source>Article {number} cannot be read ({detail}).</source>
        <translation>تعذّرت قراءة المقال {number} ({detail}).</translation>
    </message>
    <message>
        <source>“{title}” should have {expected} annotations, and {found} are there.</source>
        <translation>ينبغي أن يكون في «{title}» من الوسوم {expected}، وفيه {found}.</translation>
    </message>
    <message>
        <source>The annotation “{text}” in “{title}” is not as it was last saved.</source>
        <translation>الوسم «{text}» في «{title}» ليس كما حُفظ آخر مرة.</translation>
    </message>
    <message>
        <source>What is known about “{title}” is not as it was last saved.</source>
        <translation>بيانات «{title}» ليست كما حُفظت آخر مرة.</translation>
    </message>
    <message>
        <source>The table {table} has a row that belongs to nothing.</source>
        <translation>في الجدول {table} صفّ لا ينتمي إلى شيء.</translation>
    </message>
    <message>
        <source>There is no room left on the disk that holds {path}.</source>
        <translation>لم يبق مكان على القرص الذي عليه {path}.</translation>
    </message>
    <message>
        <source>Free some room and do it again; nothing that was saved is lost.</source>
        <translation>أفسح مكانًا ثم أعد العملية؛ لم يضِع شيء مما حُفظ.</translation>
    </message>
    <message>
        <source>The disk failed while {path} was in use ({detail}).</source>
        <translation>تعطّل القرص أثناء استعمال {path} ({detail}).</translation>
    </message>
    <message>
        <source>Check the disk or the network drive and do it again; nothing that was saved is lost.</source>
        <translation>افحص القرص أو القرص الشبكي ثم أعد العملية؛ لم يضِع شيء مما حُفظ.</translation>
    </message>
    <message>
        <source>Another program is writing to {path}.</source>
        <translation>برنامج آخر يكتب في {path}.</translation>
    </message>
    <message>
        <source>Close it there and do it again.</source>
        <translation>أغلقه هناك ثم أعد العملية.</translation>
    </message>
    <message>
        <source>{path} is open to view only.</source>
        <translation>‏{path} مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>To change it, make the file writable or close it elsewhere, and open it again.</source>
        <translation>لتغييره اجعل الملف قابلًا للكتابة أو أغلقه في المكان الآخر، ثم افتحه من جديد.</translation>
    </message>
    <message>
        <source>The project {path} is damaged ({detail}).</source>
        <translation>المشروع {path} تالف ({detail}).</translation>
    </message>
    <message>
        <source>Check that the disk is sound; then check the project to see what is hurt, or restore one of its backups.</source>
        <translation>تأكد من سلامة القرص؛ ثم افحص المشروع لترى ما تضرر، أو استعد إحدى نسخه الاحتياطية.</translation>
    </message>
    <message>
        <source>The project {path} cannot be opened ({detail}).</source>
        <translation>تعذّر فتح المشروع {path} ({detail}).</translation>
    </message>
    <message>
        <source>Check that the file is there and readable, and that its name and its path are not very long.</source>
        <translation>تأكّد من وجود الملف ومن إمكان قراءته، ومن أن اسمه ومساره ليسا طويلين جدًّا.</translation>
    </message>
    <message>
        <source>Choose a folder that you can write to, or a shorter name.</source>
        <translation>اختر مجلدًا تمكنك الكتابة فيه، أو اسمًا أقصر.</translation>
    </message>
    <message>
        <source>Reading {path} was stopped.</source>
        <translation>أُوقفت القراءة من {path}.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>أعد المحاولة.</translation>
    </message>
    <message>
        <source>The project {path} is open already: {user} on {host}, since {since}.</source>
        <translation>المشروع {path} مفتوح الآن لدى {user} على {host} منذ {since}.</translation>
    </message>
    <message>
        <source>Close it there, or open it to view only.</source>
        <translation>أغلقه هناك، أو افتحه للقراءة فقط.</translation>
    </message>
    <message>
        <source>The project {path} cannot be locked ({detail}).</source>
        <translation>تعذّر قفل المشروع {path} ({detail}).</translation>
    </message>
    <message>
        <source>Open it to view only, or copy it to another disk.</source>
        <translation>افتحه للقراءة فقط، أو انسخه إلى قرص آخر.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا ملف باسم {path}.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>لعلّه نُقل أو غُيّر اسمه.</translation>
    </message>
    <message>
        <source>The project {path} was made by an older Hashiya.</source>
        <translation>المشروع {path} من إصدار أقدم من «حاشية».</translation>
    </message>
    <message>
        <source>Open it once where it can be written, to upgrade it.</source>
        <translation>افتحه مرة حيث تمكن الكتابة فيه لتجري ترقيته.</translation>
    </message>
    <message>
        <source>The annotation “{text}” has changed in the meantime.</source>
        <translation>تغيّر الوسم «{text}» في هذه الأثناء.</translation>
    </message>
    <message>
        <source>The article&apos;s text has changed in the meantime.</source>
        <translation>تغيّر نص المقال في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Look at it again and repeat what you did.</source>
        <translation>انظر إليه من جديد وأعد ما فعلت.</translation>
    </message>
    <message>
        <source>The article is no longer in the project.</source>
        <translation>لم يعد المقال في المشروع.</translation>
    </message>
    <message>
        <source>The article “{title}” is damaged: its text is not the one that was imported.</source>
        <translation>المقال «{title}» تالف: نصّه ليس النص المستورد.</translation>
    </message>
    <message>
        <source>The annotation “{text}” in “{title}” no longer lies on the text that it was made on.</source>
        <translation>الوسم «{text}» في «{title}» لم يعد على النص الذي وُضع عليه.</translation>
    </message>
    <message>
        <source>An annotation in “{title}” cannot be read ({detail}).</source>
        <translation>تعذّرت قراءة وسم في «{title}» ({detail}).</translation>
    </message>
    <message>
        <source>{path} is not a Hashiya project.</source>
        <translation>‏{path} ليس مشروعًا من مشاريع «حاشية».</translation>
    </message>
    <message>
        <source>To annotate articles, make a new project and import them.</source>
        <translation>لوسم المقالات أنشئ مشروعًا جديدًا واستوردها إليه.</translation>
    </message>
    <message>
        <source>The project {path} was made by a newer Hashiya.</source>
        <translation>المشروع {path} من إصدار أحدث من «حاشية».</translation>
    </message>
    <message>
        <source>Update Hashiya to open it.</source>
        <translation>حدّث «حاشية» لتفتحه.</translation>
    </message>
    <message>
        <source>There is a file {path} already.</source>
        <translation>يوجد ملف باسم {path}.</translation>
    </message>
    <message>
        <source>Choose another name, or open the project that is there.</source>
        <translation>اختر اسمًا آخر، أو افتح المشروع الموجود.</translation>
    </message>
    <message>
        <source>The project {path} cannot be made here ({detail}).</source>
        <translation>لا يمكن إنشاء المشروع {path} هنا ({detail}).</translation>
    </message>
    <message>
        <source>{path} is being written to in the background.</source>
        <translation>يُكتب في {path} الآن في الخلفية.</translation>
    </message>
    <message>
        <source>Wait until that is done, or stop it.</source>
        <translation>انتظر حتى ينتهي ذلك، أو أوقفه.</translation>
    </message>
    <message>
        <source>An article or an annotation with this id is in {path} already.</source>
        <translation>في {path} مقال أو وسم بهذا المعرّف.</translation>
    </message>
    <message>
        <source>Import it without its id, or leave it out.</source>
        <translation>استورده بلا معرّفه، أو استبعده.</translation>
    </message>
    <message>
        <source>The span {start}–{end} does not lie on whole characters.</source>
        <translation>المقطع {start}–{end} لا يقع على محارف كاملة.</translation>
    </message>
    <message>
        <source>Leave one of them out and try again.</source>
        <translation>احذف أحدهما وأعد المحاولة.</translation>
    </message>
    <message>
        <source>“{answer}” is no answer of Prodigy&apos;s.</source>
        <translation>«{answer}» ليست من إجابات Prodigy.</translation>
    </message>
    <message>
        <source>There is no accepted task in it.</source>
        <translation>لا مهمّة مقبولة فيه.</translation>
    </message>
    <message>
        <source>Leave it out, or accept its tasks in Prodigy.</source>
        <translation>استبعده، أو اقبل مهامّه في Prodigy.</translation>
    </message>
    <message>
        <source>The span {start}–{end} is not that of its tokens {first} to {last}.</source>
        <translation>المقطع {start}–{end} ليس مقطع كلماته من {first} إلى {last}.</translation>
    </message>
    <message>
        <source>Nothing of a Hashiya project can be read in {path}.</source>
        <translation>لا يمكن أن يُقرأ في {path} أي شيء من مشروع «حاشية».</translation>
    </message>
    <message>
        <source>Restore one of its backups.</source>
        <translation>استعد إحدى نسخه الاحتياطية.</translation>
    </message>
    <message>
        <source>The rescue was stopped: nothing was written.</source>
        <translation>أُوقف الإنقاذ: لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>The log beside the project cannot be read: what was done last may be missing.</source>
        <translation>تعذّرت قراءة السجل المجاور للمشروع: قد يكون آخر ما أُنجز مفقودًا.</translation>
    </message>
    <message>
        <source>The log beside the project is of another file: it was left out.</source>
        <translation>السجل المجاور للمشروع سجلُّ ملف آخر، فلم يؤخذ به.</translation>
    </message>
    <message>
        <source>The text of “{title}” is lost.</source>
        <translation>فُقد نص «{title}».</translation>
    </message>
    <message>
        <source>The annotation “{text}” ({label}) is lost with the text of “{title}”.</source>
        <translation>فُقد الوسم «{text}» ({label}) مع نص «{title}».</translation>
    </message>
    <message>
        <source>The annotation “{text}” ({label}) is lost: its words are not in “{title}”, or more than once.</source>
        <translation>فُقد الوسم «{text}» ({label}): كلماته غير موجودة في «{title}» أو ترد فيه أكثر من مرة.</translation>
    </message>
    <message>
        <source>An annotation ({label}) in “{title}” is lost.</source>
        <translation>فُقد وسم ({label}) في «{title}».</translation>
    </message>
    <message>
        <source>“{title}” had {expected} annotations; {found} of them could be saved.</source>
        <translation>كان في «{title}» من الوسوم {expected}؛ أمكن حفظ {found} منها.</translation>
    </message>
    <message>
        <source>The text of “{title}” is not the one that was imported; the article is flagged.</source>
        <translation>نص «{title}» ليس النص الذي استُورد؛ وُضعت على المقال علامة.</translation>
    </message>
    <message>
        <source>What was known about “{title}” is lost; its text is there, and it is flagged.</source>
        <translation>فُقدت بيانات «{title}»؛ نصه موجود ووُضعت عليه علامة.</translation>
    </message>
    <message>
        <source>The annotation “{text}” in “{title}” was moved to its words; it needs review.</source>
        <translation>نُقل الوسم «{text}» في «{title}» إلى كلماته؛ وهو يحتاج إلى مراجعة.</translation>
    </message>
    <message>
        <source>The annotation “{text}” in “{title}” is not as it was last saved; it needs review.</source>
        <translation>الوسم «{text}» في «{title}» ليس كما حُفظ آخر مرة؛ وهو يحتاج إلى مراجعة.</translation>
    </message>
    <message>
        <source>The annotation “{text}” in “{title}” is back from a step that may have been undone; it needs review.</source>
        <translation>عاد الوسم «{text}» في «{title}» من خطوة ربما جرى التراجع عنها؛ وهو يحتاج إلى مراجعة.</translation>
    </message>
    <message>
        <source>What a label was called is lost; it is “{label}” now. Annotations that have it: {count}.</source>
        <translation>فُقد اسم أحد التصنيفات؛ صار «{label}»، وعدد الوسوم التي تحمله {count}.</translation>
    </message>
    <message>
        <source>These settings are lost and are as at first: {names}.</source>
        <translation>فُقدت هذه الإعدادات وعادت كما كانت أول مرة: {names}.</translation>
    </message>
    <message>
        <source>Steps of the history that are lost: {count}.</source>
        <translation>عدد الخطوات المفقودة من السجل: {count}.</translation>
    </message>
    <message>
        <source>The folder {path} is not empty.</source>
        <translation>المجلد {path} ليس فارغًا.</translation>
    </message>
    <message>
        <source>Choose the name of a new folder.</source>
        <translation>اختر اسم مجلد جديد.</translation>
    </message>
    <message>
        <source>A row of this format has at least {least} columns, here it has {found}.</source>
        <translation>أقل عدد للأعمدة في سطر من هذه الصيغة {least}، وعددها هنا {found}.</translation>
    </message>
    <message>
        <source>Choose another format, or correct the file.</source>
        <translation>اختر صيغة أخرى أو صحّح الملف.</translation>
    </message>
    <message>
        <source>There is no token in this row.</source>
        <translation>لا كلمة في هذا السطر.</translation>
    </message>
    <message>
        <source>“{tag}” is not a tag such as {example}.</source>
        <translation>«{tag}» ليست علامة مثل {example}.</translation>
    </message>
    <message>
        <source>This row has {found} columns where the others have {columns}.</source>
        <translation>عدد الأعمدة في هذا السطر {found}، وفي غيره {columns}.</translation>
    </message>
    <message>
        <source>“# text” is not what its words say at “{form}”.</source>
        <translation>«# text» ليس ما تقوله كلماته عند «{form}».</translation>
    </message>
    <message>
        <source>Correct “# text” or the words and their SpaceAfter, or leave it out.</source>
        <translation>صحّح «# text» أو الكلمات وقيم SpaceAfter، أو احذفه.</translation>
    </message>
    <message>
        <source>“{id}” is not the number of the next word, or of a range.</source>
        <translation>«{id}» ليس رقم الكلمة التالية ولا رقم مدى.</translation>
    </message>
    <message>
        <source>The words of the range {range} do not follow it.</source>
        <translation>كلمات المدى {range} لا تليه.</translation>
    </message>
    <message>
        <source>“{form}” does not stand at {range}, by its letters and the spacing.</source>
        <translation>ليس موضع «{form}» عند {range} بحسب حروفه والمسافات.</translation>
    </message>
    <message>
        <source>Correct the offsets, or leave them out of the file.</source>
        <translation>صحّح المواضع أو احذفها من الملف.</translation>
    </message>
    <message>
        <source>{tokens} tokens have {tags} tags.</source>
        <translation>عدد الكلمات {tokens} وعدد علاماتها {tags}.</translation>
    </message>
    <message>
        <source>Token {place} is empty.</source>
        <translation>الكلمة {place} فارغة.</translation>
    </message>
    <message>
        <source>Its tags are numbers, and no list says what they mean.</source>
        <translation>علاماته أرقام ولا قائمة تبيّن معناها.</translation>
    </message>
    <message>
        <source>Put the list of their names beside it: labels.json, or labels.txt.</source>
        <translation>ضع بجانبه قائمة أسمائها: labels.json أو labels.txt.</translation>
    </message>
    <message>
        <source>The tag {tag} is none of the {count} in the list.</source>
        <translation>العلامة {tag} ليست من علامات القائمة ({count}).</translation>
    </message>
    <message>
        <source>This is not a list of the tags&apos; names.</source>
        <translation>ليست هذه قائمة بأسماء العلامات.</translation>
    </message>
    <message>
        <source>Correct it, or take it away.</source>
        <translation>صحّحها أو أزلها.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS in JSON: {reason}.</source>
        <translation>ليس هذا UIMA CAS بصيغة JSON: ‏{reason}.</translation>
    </message>
    <message>
        <source>Export it from INCEpTION as UIMA CAS JSON.</source>
        <translation>صدّره من INCEpTION بصيغة UIMA CAS JSON.</translation>
    </message>
    <message>
        <source>This format needs {module}, which is not installed.</source>
        <translation>تحتاج هذه الصيغة إلى {module}، وهي غير مثبّتة.</translation>
    </message>
    <message>
        <source>Install it with: pip install “hashiya[{extra}]”.</source>
        <translation>ثبّتها بالأمر: pip install “hashiya[{extra}]”.</translation>
    </message>
    <message>
        <source>This is no DocBin of spaCy&apos;s: {reason}.</source>
        <translation>ليس هذا ملف DocBin من spaCy: ‏{reason}.</translation>
    </message>
    <message>
        <source>Write it again with spaCy 3.</source>
        <translation>اكتبه من جديد باستخدام spaCy 3.</translation>
    </message>
    <message>
        <source>The rows of {id} from line {first} go on here.</source>
        <translation>تتواصل هنا صفوف {id} التي بدأت في السطر {first}.</translation>
    </message>
    <message>
        <source>Sort the table by article and start.</source>
        <translation>رتّب الجدول بحسب المقال ثم البداية.</translation>
    </message>
    <message>
        <source>This is not a row of a table: {reason}.</source>
        <translation>ليس هذا صفًّا من جدول: {reason}.</translation>
    </message>
    <message>
        <source>The column “{name}” is missing.</source>
        <translation>العمود «{name}» غير موجود.</translation>
    </message>
    <message>
        <source>The first row must name the columns {names}.</source>
        <translation>يجب أن يسمّي الصف الأول الأعمدة {names}.</translation>
    </message>
    <message>
        <source>The row has {count} cells for {columns} columns.</source>
        <translation>في الصف خلايا عددها {count} مقابل أعمدة عددها {columns}.</translation>
    </message>
    <message>
        <source>The text ends where Excel cuts every cell.</source>
        <translation>ينتهي النص حيث يقطع Excel كل خلية.</translation>
    </message>
    <message>
        <source>Take the table as it was before Excel saved it.</source>
        <translation>خذ الجدول كما كان قبل أن يحفظه Excel.</translation>
    </message>
    <message>
        <source>The rows of {id} from line {first} have another text.</source>
        <translation>لصفوف {id} من السطر {first} نصّ آخر.</translation>
    </message>
    <message>
        <source>Give each article a name of its own in the column “article”.</source>
        <translation>سمِّ كل مقال باسم خاص به في العمود «article».</translation>
    </message>
    <message>
        <source>“{said}” cannot stand in the column “{name}”.</source>
        <translation>لا يصحّ «{said}» في العمود «{name}».</translation>
    </message>
    <message>
        <source>The text at {begin}–{end} is “{found}”, not “{expected}”.</source>
        <translation>النص في {begin}–{end} هو «{found}» لا «{expected}».</translation>
    </message>
    <message>
        <source>Its offsets must be UTF-16 units, as INCEpTION writes them.</source>
        <translation>يجب أن تُحسب المواضع بوحدات UTF-16 كما يكتبها INCEpTION.</translation>
    </message>
    <message>
        <source>This is not WebAnno TSV 3.3 but begins “{found}”.</source>
        <translation>ليس هذا WebAnno TSV 3.3، بل يبدأ بـ«{found}».</translation>
    </message>
    <message>
        <source>Export it as WebAnno TSV 3.3.</source>
        <translation>صدّره بصيغة WebAnno TSV 3.3.</translation>
    </message>
    <message>
        <source>This is no token with its place, its form and {count} columns, tabs between.</source>
        <translation>ليست هذه كلمة بموضعها ونصّها وأعمدة عددها {count} تفصل بينها مسافات جدولة.</translation>
    </message>
    <message>
        <source>The sentence begins at {begin}, inside the text before it.</source>
        <translation>تبدأ الجملة عند {begin}، داخل النص الذي قبلها.</translation>
    </message>
    <message>
        <source>The sentence begins at {begin}, far too late.</source>
        <translation>تبدأ الجملة عند {begin}، بعد موضعها بكثير.</translation>
    </message>
    <message>
        <source>“{value}” is no value of a column.</source>
        <translation>«{value}» ليس قيمة عمود.</translation>
    </message>
    <message>
        <source>The first line does not name the columns ID and FORM.</source>
        <translation>السطر الأول لا يسمّي العمودين ID وFORM.</translation>
    </message>
    <message>
        <source>Begin it with “{begin}” and the columns&apos; names.</source>
        <translation>ابدأه بعبارة «{begin}» ثم أسماء الأعمدة.</translation>
    </message>
    <message>
        <source>Save it as CSV (UTF-8) and import that.</source>
        <translation>احفظه بصيغة CSV ‏(UTF-8) واستورد ذلك.</translation>
    </message>
    <message>
        <source>This is an Excel workbook.</source>
        <translation>هذا مصنّف Excel.</translation>
    </message>
    <message>
        <source>This is a PowerPoint presentation.</source>
        <translation>هذا عرض PowerPoint.</translation>
    </message>
    <message>
        <source>Get a whole copy of the file.</source>
        <translation>احصل على نسخة كاملة من الملف.</translation>
    </message>
    <message>
        <source>Unpack it yourself and import the folder.</source>
        <translation>فُكّ ضغطه بنفسك واستورد المجلد.</translation>
    </message>
    <message>
        <source>This file is damaged: it cannot be unpacked.</source>
        <translation>هذا الملف تالف: لا يمكن فكّ ضغطه.</translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <translation>هذا الملف محميّ بكلمة مرور.</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>احفظه بلا كلمة مرور.</translation>
    </message>
    <message>
        <source>This archive would unpack to {count} files and {megabytes} MB out of {packed} MB: too much to be articles.</source>
        <translation>فكّ هذا الأرشيف (حجمه {packed} ميغابايت) يعطي ملفات عددها {count} وحجمها {megabytes} ميغابايت، وهذا أكبر من أن يكون مقالات.</translation>
    </message>
    <message>
        <source>This is an OpenDocument table.</source>
        <translation>هذا جدول OpenDocument.</translation>
    </message>
    <message>
        <source>This is an OpenDocument file.</source>
        <translation>هذا ملف OpenDocument.</translation>
    </message>
    <message>
        <source>Correct that row in a spreadsheet and save it again.</source>
        <translation>صحّح ذلك الصف في برنامج جداول واحفظ الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>The row that begins here cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة الصف الذي يبدأ هنا: {reason}.</translation>
    </message>
    <message>
        <source>No column is named as the one that holds the texts.</source>
        <translation>لا عمود يدلّ اسمه على أنه عمود النصوص.</translation>
    </message>
    <message>
        <source>Name it “text” or “النص” in the first row; title, outlet, url and date too.</source>
        <translation>سمّه «النص» أو «text» في الصف الأول، وسمّ كذلك أعمدة العنوان والمصدر والرابط والتاريخ.</translation>
    </message>
    <message>
        <source>Row {row} has {found} cells, the first row {width}.</source>
        <translation>في الصف {row} عدد خلايا ({found}) غير عدد خلايا الصف الأول ({width}).</translation>
    </message>
    <message>
        <source>Row {row} has no text.</source>
        <translation>الصف {row} بلا نص.</translation>
    </message>
    <message>
        <source>Write it in, or delete the row.</source>
        <translation>اكتب النص فيه أو احذف الصف.</translation>
    </message>
    <message>
        <source>No article was found in this page.</source>
        <translation>لم يُعثر على مقال في هذه الصفحة.</translation>
    </message>
    <message>
        <source>Copy the article&apos;s text in a browser and paste it.</source>
        <translation>انسخ نص المقال من المتصفح والصقه هنا.</translation>
    </message>
    <message>
        <source>This is not a JSON list.</source>
        <translation>هذه ليست قائمة JSON.</translation>
    </message>
    <message>
        <source>Export it again, as JSON.</source>
        <translation>صدّره مرة أخرى بصيغة JSON.</translation>
    </message>
    <message>
        <source>There is no web page in it.</source>
        <translation>لا توجد صفحة ويب فيه.</translation>
    </message>
    <message>
        <source>Save the page again, as HTML.</source>
        <translation>احفظ الصفحة مرة أخرى بصيغة HTML.</translation>
    </message>
    <message>
        <source>Say which article it revises, or import it.</source>
        <translation>حدّد المقال الذي تنقّحه، أو استورده مقالًا جديدًا.</translation>
    </message>
    <message>
        <source>No one article of the project has an id like {name}.</source>
        <translation>لا مقال واحدًا في المشروع معرّفه مثل {name}.</translation>
    </message>
    <message>
        <source>The view articles_readable lists the ids.</source>
        <translation>المعرّفات في العرض articles_readable.</translation>
    </message>
    <message>
        <source>This is no later version of an article in the project.</source>
        <translation>ليس هذا نسخة أحدث من مقال في المشروع.</translation>
    </message>
    <message>
        <source>A later version of the same article came before.</source>
        <translation>سبقت نسخة أحدث من المقال نفسه.</translation>
    </message>
    <message>
        <source>Restore a backup before it is revised.</source>
        <translation>استعد نسخة احتياطية قبل تنقيحه.</translation>
    </message>
    <message>
        <source>The revision holds no text.</source>
        <translation>لا نص في النسخة المنقحة.</translation>
    </message>
    <message>
        <source>This is an archive inside an archive.</source>
        <translation>هذا أرشيف داخل أرشيف.</translation>
    </message>
    <message>
        <source>“{name}” in this archive is a link or a device.</source>
        <translation>«{name}» في هذا الأرشيف رابط أو جهاز.</translation>
    </message>
    <message>
        <source>“{name}” in this archive leads out of its folder.</source>
        <translation>«{name}» في هذا الأرشيف يؤدي إلى خارج مجلده.</translation>
    </message>
    <message>
        <source>The name “{name}” is in this archive twice.</source>
        <translation>الاسم «{name}» مكرر في هذا الأرشيف.</translation>
    </message>
    <message>
        <source>{path} was put in the place of another file while the last changes to that one, in {log}, waited to be written into it.</source>
        <translation>حلّ {path} محلّ ملف آخر كانت آخر تعديلاته المحفوظة في {log} لم تُكتب فيه بعد.</translation>
    </message>
    <message>
        <source>To work with the file that is there now, move {log} elsewhere; to have the changes, put the earlier file back. Nothing was changed.</source>
        <translation>للعمل على الملف الموجود الآن انقل {log} إلى مكان آخر، ولاسترجاع التعديلات أعد الملف السابق إلى مكانه. لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>This is a UIMA CAS in XML (XMI), not text.</source>
        <translation>هذا UIMA CAS بصيغة XML ‏(XMI)، وليس نصًّا.</translation>
    </message>
    <message>
        <source>{path} was moved, renamed, replaced or deleted while it was open.</source>
        <translation>نُقل {path} أو غُيّر اسمه أو استُبدل أو حُذف وهو مفتوح.</translation>
    </message>
    <message>
        <source>Put it back, or close it and open it where it is now: what was saved went along with it.</source>
        <translation>أعده إلى مكانه، أو أغلقه وافتحه حيث هو الآن: فما حُفظ انتقل معه.</translation>
    </message>
    <message>
        <source>The project {path} has a second name (a hard link), under which another program could write to it.</source>
        <translation>للمشروع {path} اسم ثانٍ (رابط صلب) قد يكتب فيه برنامج آخر من خلاله.</translation>
    </message>
    <message>
        <source>Open it to view only, or work on a copy of it.</source>
        <translation>افتحه للقراءة فقط، أو اعمل على نسخة منه.</translation>
    </message>
    <message>
        <source>The project {path} is open already, under a name that it had before or has too.</source>
        <translation>المشروع {path} مفتوح من قبل، باسم كان له أو له إلى الآن.</translation>
    </message>
    <message>
        <source>Close it there first: what was saved last is not in this file yet.</source>
        <translation>أغلقه هناك أولًا: فما حُفظ آخرًا ليس في هذا الملف بعد.</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>The article stays with its word this time: cutting it off, as was chosen before, needs camel-tools’ morphology, which is not installed here. To install it: {command}</source>
        <translation>تبقى أل التعريف مع كلمتها هذه المرة: فصلها، كما اختير من قبل، يحتاج إلى بيانات camel-tools الصرفية، وهي غير مثبّتة هنا. لتثبيتها: {command}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>جارٍ التصدير</translation>
    </message>
    <message>
        <source>Stopped: nothing was written.</source>
        <translation>أُوقف التصدير: لم يُكتب شيء.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>This folder is not empty: choose another name.</source>
        <translation>هذا المجلد ليس فارغًا: اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>هذا الملف موجود، وسيُستبدل.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Write the loss report beside it</source>
        <translation>كتابة تقرير الفاقد بجانبه</translation>
    </message>
    <message>
        <source>A text file that names each annotation that the format could not hold.</source>
        <translation>ملف نصّي يسمّي كل وسم لم تتّسع له الصيغة.</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Only those that are done</source>
        <translation>المنجزة فقط</translation>
    </message>
    <message>
        <source>Only those in progress</source>
        <translation>قيد العمل فقط</translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation>الجديدة فقط</translation>
    </message>
    <message>
        <source>Only skipped ones</source>
        <translation>المتخطّاة فقط</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>One .zip file</source>
        <translation>ملف ‎.zip واحد</translation>
    </message>
    <message>
        <source>One file ({suffix})</source>
        <translation>ملف واحد ({suffix})</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Look in:</source>
        <translation>البحث في:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>نوع الملفات:</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article, marks and hamza aside</source>
        <translation>البحث في المقال، بصرف النظر عن التشكيل والهمزة</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>السابق (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>التالي (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>جارٍ البحث</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لم يُعثر عليه</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>‏{at} من {all}</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Everything that was marked, to be read back or processed.</source>
        <translation>كل ما وُسم، لقراءته ثانيةً أو معالجته.</translation>
    </message>
    <message>
        <source>A row a word in four columns, a border before each article: for sequence taggers.</source>
        <translation>سطر لكل كلمة في أربعة أعمدة، وفاصل قبل كل مقال: لتدريب نماذج وسم التسلسل.</translation>
    </message>
    <message>
        <source>A row a word: the word and its tag, for sequence taggers.</source>
        <translation>سطر لكل كلمة: الكلمة وعلامتها، لتدريب نماذج وسم التسلسل.</translation>
    </message>
    <message>
        <source>A row a word, a column of tags for each level of labels.</source>
        <translation>سطر لكل كلمة، وعمود علامات لكل مستوى من التداخل.</translation>
    </message>
    <message>
        <source>A row a word, with every blank and offset: the text can be made again from it.</source>
        <translation>سطر لكل كلمة مع كل فراغ وموضع: يمكن استرجاع النص منه.</translation>
    </message>
    <message>
        <source>A line an article, its labels by offsets, to train spaCy with.</source>
        <translation>سطر لكل مقال ووسومه بمواضعها، لتدريب spaCy.</translation>
    </message>
    <message>
        <source>To go on marking in doccano.</source>
        <translation>لمتابعة الوسم في doccano.</translation>
    </message>
    <message>
        <source>To go on marking in Prodigy.</source>
        <translation>لمتابعة الوسم في Prodigy.</translation>
    </message>
    <message>
        <source>To go on marking in Label Studio.</source>
        <translation>لمتابعة الوسم في Label Studio.</translation>
    </message>
    <message>
        <source>A line a sentence, words and tags, to train transformers with.</source>
        <translation>سطر لكل جملة، كلماتٍ وعلاماتٍ، لتدريب نماذج المحوّلات.</translation>
    </message>
    <message>
        <source>A text and its annotations for each article, to be opened in brat.</source>
        <translation>نصّ ووسومه لكل مقال، لفتحهما في brat.</translation>
    </message>
    <message>
        <source>To go on marking in INCEpTION or WebAnno.</source>
        <translation>لمتابعة الوسم في INCEpTION أو WebAnno.</translation>
    </message>
    <message>
        <source>For INCEpTION and other programs on UIMA.</source>
        <translation>لبرنامج INCEpTION وغيره من برامج UIMA.</translation>
    </message>
    <message>
        <source>spaCy’s own binary training data.</source>
        <translation>بيانات تدريب spaCy الثنائية.</translation>
    </message>
    <message>
        <source>A row an annotation, to be opened in a spreadsheet.</source>
        <translation>سطر لكل وسم، لفتحه في جدول بيانات.</translation>
    </message>
    <message>
        <source>A row an annotation, for scripts.</source>
        <translation>سطر لكل وسم، للبرامج النصية.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>صفحة ويب محفوظة</translation>
    </message>
    <message>
        <source>Web page in one file (MHTML)</source>
        <translation>صفحة ويب في ملف واحد (MHTML)</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>Table of articles (CSV)</source>
        <translation>جدول مقالات (CSV)</translation>
    </message>
    <message>
        <source>Hashiya JSON Lines</source>
        <translation>أسطر JSON من «حاشية»</translation>
    </message>
    <message>
        <source>CoNLL-2003</source>
        <translation>CoNLL-2003</translation>
    </message>
    <message>
        <source>CoNLL-2002</source>
        <translation>CoNLL-2002</translation>
    </message>
    <message>
        <source>Nested CoNLL</source>
        <translation>CoNLL متداخل</translation>
    </message>
    <message>
        <source>CoNLL-U Plus</source>
        <translation>CoNLL-U Plus</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>spaCy JSON Lines</source>
        <translation>أسطر JSON لـ spaCy</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>أسطر JSON لـ doccano</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>أسطر JSON لـ Prodigy</translation>
    </message>
    <message>
        <source>Articles as JSON</source>
        <translation>مقالات بصيغة JSON</translation>
    </message>
    <message>
        <source>Label Studio JSON</source>
        <translation>‏JSON لـ Label Studio</translation>
    </message>
    <message>
        <source>Hugging Face token classification</source>
        <translation>تصنيف الكلمات لـ Hugging Face</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat (ملفات منفصلة)</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 ‏(INCEpTION)</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON ‏(INCEpTION)</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>Table of spans, CSV (Excel)</source>
        <translation>جدول المقاطع، CSV ‏(Excel)</translation>
    </message>
    <message>
        <source>Table of spans, tab-separated</source>
        <translation>جدول المقاطع، مفصول بمسافات جدولة</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>Lines that begin with # are headings, with - list items; **strong**; [brackets] mark a span in an example.</source>
        <translation>الأسطر التي تبدأ بـ # عناوين، والتي تبدأ بـ - عناصر قائمة؛ **للتشديد**؛ و[القوسان] يحدّدان مقطعًا في مثال.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تحرير…</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>العودة إلى الأصل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The labels of this project</source>
        <translation>تصنيفات هذا المشروع</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>{at} / {of}</source>
        <translation>{at} من {of}</translation>
    </message>
    <message>
        <source>Status of the article</source>
        <translation>حالة المقال</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>{what} (undone)</source>
        <translation>{what} (جرى التراجع عنه)</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}، {when}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>In its context</source>
        <translation>في سياقه</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Already in the project or in this import: {count}</source>
        <translation>موجود من قبل في المشروع أو في هذا الاستيراد: {count}</translation>
    </message>
    <message>
        <source>Perhaps later versions of articles in the project: {count}</source>
        <translation>قد تكون نسخًا أحدث من مقالات في المشروع: {count}</translation>
    </message>
    <message>
        <source>Not sure of the encoding, {encoding}: look at the text</source>
        <translation>الترميز غير مؤكّد، {encoding}: تحقّق من النص</translation>
    </message>
    <message>
        <source>Invisible direction marks, kept: {count}</source>
        <translation>علامات اتجاه غير مرئية أُبقيت: {count}</translation>
    </message>
    <message>
        <source>Very long: {count}</source>
        <translation>طويل جدًا: {count}</translation>
    </message>
    <message>
        <source>Line breaks made uniform: {count}</source>
        <translation>فواصل أسطر جرى توحيدها: {count}</translation>
    </message>
    <message>
        <source>Broken characters (lone surrogates) left out: {count}</source>
        <translation>محارف تالفة (بدائل مفردة) أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Spans in several pieces joined into one: {count}</source>
        <translation>مقاطع من عدة أجزاء ضُمّ كلٌّ منها في مقطع واحد: {count}</translation>
    </message>
    <message>
        <source>Span edges moved off blanks and marks: {count}</source>
        <translation>حدود مقاطع أُزيحت عن الفراغات والحركات: {count}</translation>
    </message>
    <message>
        <source>Spans that overlap as the project forbids, kept: {count}</source>
        <translation>مقاطع متداخلة على نحو لا يسمح به المشروع أُبقيت: {count}</translation>
    </message>
    <message>
        <source>Read as what it is, not as its name says</source>
        <translation>قُرئ بحسب محتواه لا بحسب اسمه</translation>
    </message>
    <message>
        <source>Read as text, though its lines look like tokens with tags: CoNLL</source>
        <translation>قُرئ نصًّا، مع أن أسطره تبدو كلماتٍ موسومة: CoNLL</translation>
    </message>
    <message>
        <source>Left out, not known here: {keys}</source>
        <translation>أُسقط لأنه غير معروف هنا: {keys}</translation>
    </message>
    <message>
        <source>Its tags are IOB1</source>
        <translation>علاماته بنظام IOB1</translation>
    </message>
    <message>
        <source>Its tags are IOB2</source>
        <translation>علاماته بنظام IOB2</translation>
    </message>
    <message>
        <source>Its tags are IO: neighbours of one label are one span</source>
        <translation>علاماته بنظام IO: المتجاوران من تصنيف واحد مقطع واحد</translation>
    </message>
    <message>
        <source>Its tags are BIOES</source>
        <translation>علاماته بنظام BIOES</translation>
    </message>
    <message>
        <source>Its tags are BILOU</source>
        <translation>علاماته بنظام BILOU</translation>
    </message>
    <message>
        <source>Its tags are BMEWO</source>
        <translation>علاماته بنظام BMEWO</translation>
    </message>
    <message>
        <source>Tags out of order set right: {count}</source>
        <translation>علامات في غير موضعها صُحّحت: {count}</translation>
    </message>
    <message>
        <source>The spacing is not in the file: words were joined by rule</source>
        <translation>المسافات ليست في الملف: وُصلت الكلمات وفق قاعدة</translation>
    </message>
    <message>
        <source>Words cut at “+” joined again: {count}</source>
        <translation>كلمات مقطوعة عند «+» أُعيد وصلها: {count}</translation>
    </message>
    <message>
        <source>Words that end in “+” of their own, kept: {count}</source>
        <translation>كلمات تنتهي بعلامة «+» أصلية أُبقيت: {count}</translation>
    </message>
    <message>
        <source>Spans of a part of a word widened to it: {count}</source>
        <translation>مقاطع من جزء كلمة وُسّعت إلى الكلمة كلها: {count}</translation>
    </message>
    <message>
        <source>No borders between articles in the file: cut into {count} of bearable length</source>
        <translation>لا حدود بين المقالات في الملف: قُسّم إلى مقالات معقولة الطول، عددها {count}</translation>
    </message>
    <message>
        <source>Tracked deletions left out: {count}</source>
        <translation>عمليات حذف متعقَّبة أُسقطت: {count}</translation>
    </message>
    <message>
        <source>The name of the author left out</source>
        <translation>أُسقط اسم الكاتب</translation>
    </message>
    <message>
        <source>Tracked insertions taken in: {count}</source>
        <translation>عمليات إدراج متعقَّبة أُخذ بها: {count}</translation>
    </message>
    <message>
        <source>Footnotes left out: {count}</source>
        <translation>حواشٍ أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Pictures, symbols or formulas left out: {count}</source>
        <translation>صور أو رموز أو معادلات أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Documents inside it left out: {count}</source>
        <translation>مستندات بداخله أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Pieces of hidden text left out: {count}</source>
        <translation>قطع من نص مخفي أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Numbers or bullets of lists left out: {count}</source>
        <translation>أرقام قوائم أو علاماتها أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Headers or footers of pages left out: {count}</source>
        <translation>رؤوس صفحات أو تذييلاتها أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Comments left out: {count}</source>
        <translation>تعليقات أُسقطت: {count}</translation>
    </message>
    <message>
        <source>The article alone is taken from the page: compare it with the original</source>
        <translation>أُخذ المقال وحده من الصفحة: قارنه بالأصل</translation>
    </message>
    <message>
        <source>Its offsets are UTF-16 units, as doccano counts</source>
        <translation>مواضعها بوحدات UTF-16، كما يعدّ doccano</translation>
    </message>
    <message>
        <source>Its offsets are code points</source>
        <translation>مواضعها بنقاط الترميز</translation>
    </message>
    <message>
        <source>Its offsets are letters with their marks</source>
        <translation>مواضعها بالحروف مع علاماتها</translation>
    </message>
    <message>
        <source>Tasks left out that are not accepted: {count}</source>
        <translation>مهام غير مقبولة أُسقطت: {count}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Import duplicates too</source>
        <translation>استيراد المكرّر أيضًا</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>الملفات المراد استيرادها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>لم يُستورد أي مقال.</numerusform>
            <numerusform>استُورد مقال واحد.</numerusform>
            <numerusform>استُورد مقالان.</numerusform>
            <numerusform>استُوردت %Ln مقالات.</numerusform>
            <numerusform>استُورد %Ln مقالًا.</numerusform>
            <numerusform>استُورد %Ln مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: nothing was imported.</source>
        <translation>أُوقف الاستيراد: لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>جارٍ الاستيراد</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>قراءة الملفات</translation>
    </message>
    <message>
        <source>Reading a file again</source>
        <translation>إعادة قراءة ملف</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln article(s)</source>
        <translation>
            <numerusform>استيراد %Ln مقال</numerusform>
            <numerusform>استيراد مقال واحد</numerusform>
            <numerusform>استيراد مقالين</numerusform>
            <numerusform>استيراد %Ln مقالات</numerusform>
            <numerusform>استيراد %Ln مقالًا</numerusform>
            <numerusform>استيراد %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revise %Ln article(s) instead…</source>
        <translation>
            <numerusform>لا مقال للتنقيح…</numerusform>
            <numerusform>بل تنقيح مقال واحد…</numerusform>
            <numerusform>بل تنقيح مقالين…</numerusform>
            <numerusform>بل تنقيح %Ln مقالات…</numerusform>
            <numerusform>بل تنقيح %Ln مقالًا…</numerusform>
            <numerusform>بل تنقيح %Ln مقال…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>تجري قراءة الملفات…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read.</source>
        <translation>
            <numerusform>لم يُقرأ أي ملف.</numerusform>
            <numerusform>قُرئ ملف واحد.</numerusform>
            <numerusform>قُرئ ملفان.</numerusform>
            <numerusform>قُرئت %Ln ملفات.</numerusform>
            <numerusform>قُرئ %Ln ملفًا.</numerusform>
            <numerusform>قُرئ %Ln ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be imported and are left out.</source>
        <translation>
            <numerusform>لا شيء يتعذّر استيراده.</numerusform>
            <numerusform>تعذّر استيراد عنصر واحد فأُسقط.</numerusform>
            <numerusform>تعذّر استيراد عنصرين فأُسقطا.</numerusform>
            <numerusform>تعذّر استيراد %Ln عناصر فأُسقطت.</numerusform>
            <numerusform>تعذّر استيراد %Ln عنصرًا فأُسقطت.</numerusform>
            <numerusform>تعذّر استيراد %Ln عنصر فأُسقطت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) are left out.</source>
        <translation>
            <numerusform>لم يُسقط أي مكرّر.</numerusform>
            <numerusform>أُسقط مكرّر واحد.</numerusform>
            <numerusform>أُسقط مكرّران.</numerusform>
            <numerusform>أُسقطت %Ln مكرّرات.</numerusform>
            <numerusform>أُسقط %Ln مكرّرًا.</numerusform>
            <numerusform>أُسقط %Ln مكرّر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>نص ملصق</translation>
    </message>
    <message>
        <source>Line {line}: {mistake}</source>
        <translation>السطر {line}: {mistake}</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Read as</source>
        <translation>القراءة بصيغة وترميز</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>“{was}” became “{now}”</source>
        <translation>«{was}» صار «{now}»</translation>
    </message>
    <message>
        <source>Line {line}: “{was}” became “{now}”</source>
        <translation>السطر {line}: «{was}» صار «{now}»</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>No annotation here</source>
        <translation>لا وسم هنا</translation>
    </message>
    <message>
        <source>Put the caret on an annotation, or click it, to see and edit what is known of it.</source>
        <translation>ضع المؤشّر على وسم أو انقره لعرض بياناته وتحريرها.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>What should be remembered about it</source>
        <translation>ما ينبغي تذكّره عنه</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>يحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Marked by {who}, {when}</source>
        <translation>وسمه {who}، {when}</translation>
    </message>
    <message>
        <source>Marked with its other mentions by {who}, {when}</source>
        <translation>وسمه {who} مع سائر مواضع ذكره، {when}</translation>
    </message>
    <message>
        <source>A suggestion, accepted by {who}, {when}</source>
        <translation>اقتراح قبله {who}، {when}</translation>
    </message>
    <message>
        <source>Imported, marked by {who}, {when}</source>
        <translation>مستورد، وسمه {who}، {when}</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>عُدّل {when}</translation>
    </message>
    <message>
        <source>Score {score}</source>
        <translation>الدرجة {score}</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Backing up</source>
        <translation>جارٍ النسخ الاحتياطي</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) of this project are damaged.</source>
        <translation>
            <numerusform>لا مقال تالف في هذا المشروع.</numerusform>
            <numerusform>مقال واحد في هذا المشروع تالف.</numerusform>
            <numerusform>مقالان في هذا المشروع تالفان.</numerusform>
            <numerusform>%Ln مقالات في هذا المشروع تالفة.</numerusform>
            <numerusform>%Ln مقالًا في هذا المشروع تالف.</numerusform>
            <numerusform>%Ln مقال في هذا المشروع تالف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescue…</source>
        <translation>إنقاذ…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>نسخة من {name}</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>حفظ نسخة من المشروع</translation>
    </message>
    <message>
        <source>Write the article as PDF</source>
        <translation>حفظ المقال بصيغة PDF</translation>
    </message>
    <message>
        <source>Rescue a damaged project</source>
        <translation>إنقاذ مشروع تالف</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>جارٍ حفظ نسخة</translation>
    </message>
    <message>
        <source>A copy is saved as {name}.</source>
        <translation>حُفظت نسخة باسم {name}.</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>كتابة ملف PDF</translation>
    </message>
    <message>
        <source>The article is written to {name}.</source>
        <translation>حُفظ المقال في {name}.</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>The backup is back in place; what was there lies among the backups.</source>
        <translation>عادت النسخة الاحتياطية إلى مكانها؛ وما كان هناك محفوظ بين النسخ الاحتياطية.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>LabelButton</name>
    <message>
        <source>Give it another label</source>
        <translation>تغيير التصنيف</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>When to use it, in Arabic</source>
        <translation>متى يُستعمل، بالعربية</translation>
    </message>
    <message>
        <source>When to use it, in English</source>
        <translation>متى يُستعمل، بالإنجليزية</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>حفظ التصنيفات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>إلى ملف…</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>تعذّرت كتابة الملف: {reason}</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>كُتب في {file}.</translation>
    </message>
    <message>
        <source>Saving labels</source>
        <translation>جارٍ حفظ التصنيفات</translation>
    </message>
    <message>
        <source>Give the label a name in Arabic or in English.</source>
        <translation>سمِّ التصنيف بالعربية أو بالإنجليزية.</translation>
    </message>
    <message>
        <source>The key needs at least one letter, no blanks and no quotes.</source>
        <translation>يجب أن يتضمّن المفتاح حرفًا واحدًا على الأقل، بلا فراغات ولا علامات تنصيص.</translation>
    </message>
    <message>
        <source>Another label has this key already.</source>
        <translation>هذا المفتاح لتصنيف آخر.</translation>
    </message>
    <message>
        <source>{name} has this digit already.</source>
        <translation>هذا الرقم مخصّص لـ {name}.</translation>
    </message>
    <message>
        <source>The attribute {name} needs a key without blanks or quotes.</source>
        <translation>تحتاج السمة {name} إلى مفتاح بلا فراغات ولا علامات تنصيص.</translation>
    </message>
    <message>
        <source>Two attributes have the key of {name}.</source>
        <translation>مفتاح {name} مشترك بين سمتين.</translation>
    </message>
    <message>
        <source>The attribute {name} needs at least one choice.</source>
        <translation>تحتاج السمة {name} إلى خيار واحد على الأقل.</translation>
    </message>
    <message>
        <source>Each choice of {name} needs a key of its own, without blanks or quotes.</source>
        <translation>يحتاج كل خيار من خيارات {name} إلى مفتاح خاص به، بلا فراغات ولا علامات تنصيص.</translation>
    </message>
    <message>
        <source>A project needs at least one label.</source>
        <translation>يحتاج المشروع إلى تصنيف واحد على الأقل.</translation>
    </message>
    <message>
        <source>Read labels from a file</source>
        <translation>قراءة التصنيفات من ملف</translation>
    </message>
    <message>
        <source>Write labels to a file</source>
        <translation>كتابة التصنيفات في ملف</translation>
    </message>
    <message>
        <source>Label sets (*.toml)</source>
        <translation>مجموعات التصنيفات (*.toml)</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Key in exports</source>
        <translation>المفتاح عند التصدير</translation>
    </message>
    <message>
        <source>Digit that tags with it</source>
        <translation>رقم الوسم السريع</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>No blanks or quotes. Annotations keep their label when the key changes.</source>
        <translation>بلا فراغات ولا علامات تنصيص. تحتفظ الوسوم بتصنيفها عند تغيير المفتاح.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Hard to tell from the colour of {name}.</source>
        <translation>يصعب تمييزه من لون {name}.</translation>
    </message>
    <message>
        <source>Hardly seen on a light ground: it is shown darker there.</source>
        <translation>لا يكاد يُرى على خلفية فاتحة: يُعرض عليها أغمق.</translation>
    </message>
    <message>
        <source>Hardly seen on a dark ground: it is shown lighter there.</source>
        <translation>لا يكاد يُرى على خلفية داكنة: يُعرض عليها أفتح.</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>إضافة تصنيف</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>إزالة التصنيف</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(بلا اسم)</translation>
    </message>
</context>
<context>
    <name>LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Label as {name}</source>
        <translation>وسم بالتصنيف {name}</translation>
    </message>
    <message>
        <source>Label as {name} (key {digit})</source>
        <translation>وسم بالتصنيف {name} (المفتاح {digit})</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>Character lens</source>
        <translation>عدسة المحارف</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>begins or ends inside a token: the whole token was tagged</source>
        <translation>يبدأ أو ينتهي داخل كلمة: وُسمت الكلمة كاملة</translation>
    </message>
    <message>
        <source>read as one with its neighbour of the same label: IO has no border for them</source>
        <translation>يُقرأ مع جاره من التصنيف نفسه مقطعًا واحدًا: لا حدّ بينهما في IO</translation>
    </message>
    <message>
        <source>begins or ends inside a token: only its whole tokens were tagged</source>
        <translation>يبدأ أو ينتهي داخل كلمة: وُسمت كلماته الكاملة وحدها</translation>
    </message>
    <message>
        <source>begins or ends with a blank: written without</source>
        <translation>يبدأ أو ينتهي بفراغ: كُتب من دونه</translation>
    </message>
    <message>
        <source>left out: a longer span holds these tokens</source>
        <translation>أُسقط: مقطع أطول يشمل هذه الكلمات</translation>
    </message>
    <message>
        <source>left out: a shorter span holds some of its tokens</source>
        <translation>أُسقط: مقطع أقصر يشمل بعض كلماته</translation>
    </message>
    <message>
        <source>left out: the winner’s label comes first in the label set</source>
        <translation>أُسقط: تصنيف المقطع المُبقى أسبق في مجموعة التصنيفات</translation>
    </message>
    <message>
        <source>left out: the winner is as long and its label comes first in the label set</source>
        <translation>أُسقط: المقطع المُبقى مساوٍ له طولًا وتصنيفه أسبق في مجموعة التصنيفات</translation>
    </message>
    <message>
        <source>left out: the winner is as long, of the same label, and comes first</source>
        <translation>أُسقط: المقطع المُبقى مساوٍ له طولًا ومن التصنيف نفسه، وهو أسبق موضعًا</translation>
    </message>
    <message>
        <source>left out: it covers no token whole</source>
        <translation>أُسقط: لا يغطّي أي كلمة كاملة</translation>
    </message>
    <message>
        <source>left out: it holds no token</source>
        <translation>أُسقط: لا يتضمّن أي كلمة</translation>
    </message>
    <message>
        <source>annotations with attributes</source>
        <translation>وسوم لها سمات</translation>
    </message>
    <message>
        <source>annotations with a note</source>
        <translation>وسوم عليها ملاحظة</translation>
    </message>
    <message>
        <source>annotations marked “needs review”</source>
        <translation>وسوم معلَّمة «يحتاج إلى مراجعة»</translation>
    </message>
    <message>
        <source>annotations with a score</source>
        <translation>وسوم لها درجة</translation>
    </message>
    <message>
        <source>annotations with their id, annotator, origin and times</source>
        <translation>وسوم بمعرّفها وواسمها وأصلها وأوقاتها</translation>
    </message>
    <message>
        <source>articles with a title, outlet, URL, date or source</source>
        <translation>مقالات لها عنوان أو جهة نشر أو رابط أو تاريخ أو مصدر</translation>
    </message>
    <message>
        <source>articles with a note</source>
        <translation>مقالات عليها ملاحظة</translation>
    </message>
    <message>
        <source>flagged articles</source>
        <translation>مقالات مميّزة بعلامة</translation>
    </message>
    <message>
        <source>articles whose text begins with line breaks or tabs: blanks stand for them</source>
        <translation>مقالات يبدأ نصّها بفواصل أسطر أو مسافات جدولة: حلّت محلّها فراغات</translation>
    </message>
    <message>
        <source>articles without a word, left out</source>
        <translation>مقالات بلا كلمات، أُسقطت</translation>
    </message>
</context>
<context>
    <name>LossPreview</name>
    <message>
        <source>What would be lost</source>
        <translation>ما سيُفقد</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Look at all</source>
        <translation>فحصها كلها</translation>
    </message>
    <message>
        <source>There is no such article.</source>
        <translation>لا مقالات بهذه الحالة.</translation>
    </message>
    <message numerus="yes">
        <source>The first {seen} of %Ln article(s)</source>
        <translation>
            <numerusform>أول {seen} من أصل %Ln مقال</numerusform>
            <numerusform>أول {seen} من أصل مقال واحد</numerusform>
            <numerusform>أول {seen} من أصل مقالين</numerusform>
            <numerusform>أول {seen} من أصل %Ln مقالات</numerusform>
            <numerusform>أول {seen} من أصل %Ln مقالًا</numerusform>
            <numerusform>أول {seen} من أصل %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln مقال</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}: every annotation as it is.</source>
        <translation>{articles}: كل وسم كما هو.</translation>
    </message>
</context>
<context>
    <name>LossTotals</name>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>لم يُسقط أي وسم</numerusform>
            <numerusform>أُسقط وسم واحد</numerusform>
            <numerusform>أُسقط وسمان</numerusform>
            <numerusform>أُسقطت %Ln وسوم</numerusform>
            <numerusform>أُسقط %Ln وسمًا</numerusform>
            <numerusform>أُسقط %Ln وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln widened to whole words</source>
        <translation>
            <numerusform>لم يُوسّع أي وسم إلى كلمات كاملة</numerusform>
            <numerusform>وُسّع وسم واحد إلى كلمات كاملة</numerusform>
            <numerusform>وُسّع وسمان إلى كلمات كاملة</numerusform>
            <numerusform>وُسّعت %Ln وسوم إلى كلمات كاملة</numerusform>
            <numerusform>وُسّع %Ln وسمًا إلى كلمات كاملة</numerusform>
            <numerusform>وُسّع %Ln وسم إلى كلمات كاملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut short</source>
        <translation>
            <numerusform>لم يُقصَّر أي وسم</numerusform>
            <numerusform>قُصّر وسم واحد</numerusform>
            <numerusform>قُصّر وسمان</numerusform>
            <numerusform>قُصّرت %Ln وسوم</numerusform>
            <numerusform>قُصّر %Ln وسمًا</numerusform>
            <numerusform>قُصّر %Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>This format has no place for:</source>
        <translation>لا موضع في هذه الصيغة لما يلي:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence break(s) inside an annotation not written</source>
        <translation>
            <numerusform>لم يُترك أي فاصل جمل داخل وسم</numerusform>
            <numerusform>فاصل جمل واحد داخل وسم لم يُكتب</numerusform>
            <numerusform>فاصلا جمل داخل وسم لم يُكتبا</numerusform>
            <numerusform>%Ln فواصل جمل داخل وسم لم تُكتب</numerusform>
            <numerusform>%Ln فاصل جمل داخل وسم لم تُكتب</numerusform>
            <numerusform>%Ln فاصل جمل داخل وسم لم تُكتب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Written to {path}</source>
        <translation>كُتب في {path}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>ما آل إليه</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>ما حلّ محلّه</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, in the loss report</source>
        <translation>
            <numerusform>ولا شيء غيرها في تقرير الفاقد</numerusform>
            <numerusform>وواحد آخر في تقرير الفاقد</numerusform>
            <numerusform>واثنان آخران في تقرير الفاقد</numerusform>
            <numerusform>و%Ln أخرى في تقرير الفاقد</numerusform>
            <numerusform>و%Ln أخرى في تقرير الفاقد</numerusform>
            <numerusform>و%Ln أخرى في تقرير الفاقد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln مقال</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln وسم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>{spans} in {articles} written.</source>
        <translation>المكتوب: {spans}، ضمن: {articles}.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Every span is as it was.</source>
        <translation>كل مقطع كما كان.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>تراجع: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>إعادة: {step}</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation> (للقراءة فقط)</translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
    <message>
        <source>Mention</source>
        <translation>موضع الذكر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>Navigating</name>
    <message>
        <source>This is the last article of the list.</source>
        <translation>هذا آخر مقال في القائمة.</translation>
    </message>
    <message>
        <source>This is the first article of the list.</source>
        <translation>هذا أول مقال في القائمة.</translation>
    </message>
    <message numerus="yes">
        <source>Removing %Ln article(s)</source>
        <translation>
            <numerusform>إزالة %Ln مقال</numerusform>
            <numerusform>إزالة مقال واحد</numerusform>
            <numerusform>إزالة مقالين</numerusform>
            <numerusform>إزالة %Ln مقالات</numerusform>
            <numerusform>إزالة %Ln مقالًا</numerusform>
            <numerusform>إزالة %Ln مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Who annotates</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Written with each annotation, so that two people&apos;s work can be told apart.</source>
        <translation>يُكتب مع كل وسم ليتميّز عمل كل شخص من عمل غيره.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Actor, location, quantity, source</source>
        <translation>فاعل، مكان، كمية، مصدر</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>News</source>
        <translation>أخبار</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>من ملف</translation>
    </message>
    <message>
        <source>From {file}</source>
        <translation>من {file}</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold / \ : * ? &quot; &lt; &gt; | or begin with a dot.</source>
        <translation>لا يحتوي اسم الملف على / \ : * ? &quot; &lt; &gt; | ولا يبدأ بنقطة.</translation>
    </message>
    <message>
        <source>There is a project of this name in the folder already.</source>
        <translation>في المجلد مشروع بهذا الاسم.</translation>
    </message>
    <message>
        <source>Nothing can be written in this folder. Choose another.</source>
        <translation>لا تمكن الكتابة في هذا المجلد. اختر غيره.</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>مجلد المشروع</translation>
    </message>
    <message>
        <source>Label sets (*.toml)</source>
        <translation>مجموعات التصنيفات (*.toml)</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not a number: write 4000, ٤٠٠٠ or 4 آلاف</source>
        <translation>ليس عددًا: اكتب 4000 أو ٤٠٠٠ أو 4 آلاف</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>tag {text} as {label}</source>
        <translation>وسم {text}: {label}</translation>
    </message>
    <message>
        <source>label {text} {label}</source>
        <translation>تغيير تصنيف {text} إلى {label}</translation>
    </message>
    <message>
        <source>label {count} annotations {label}</source>
        <translation>تغيير تصنيف وسوم ({count}) إلى {label}</translation>
    </message>
    <message>
        <source>change {old} to {text}</source>
        <translation>تغيير {old} إلى {text}</translation>
    </message>
    <message>
        <source>remove {label} from {text}</source>
        <translation>إزالة {label} عن {text}</translation>
    </message>
    <message>
        <source>remove {count} annotations</source>
        <translation>إزالة وسوم ({count})</translation>
    </message>
    <message>
        <source>change the attributes of {text}</source>
        <translation>تغيير سمات {text}</translation>
    </message>
    <message>
        <source>write a note on {text}</source>
        <translation>كتابة ملاحظة على {text}</translation>
    </message>
    <message>
        <source>mark {text} for review</source>
        <translation>تعليم {text} للمراجعة</translation>
    </message>
    <message>
        <source>change the review mark of {count} annotations</source>
        <translation>تغيير علامة المراجعة على وسوم ({count})</translation>
    </message>
    <message>
        <source>take {text} off the review list</source>
        <translation>رفع علامة المراجعة عن {text}</translation>
    </message>
    <message>
        <source>tag {text} as {label} in the concordance</source>
        <translation>وسم {text} من نتائج البحث في المشروع: {label}</translation>
    </message>
    <message>
        <source>tag further mentions of {text} as {label} ({count})</source>
        <translation>وسم مواضع {text} الأخرى ({count}): {label}</translation>
    </message>
    <message>
        <source>change the status of {title}</source>
        <translation>تغيير حالة {title}</translation>
    </message>
    <message>
        <source>change the status of {count} articles</source>
        <translation>تغيير حالة مقالات ({count})</translation>
    </message>
    <message>
        <source>flag {title}</source>
        <translation>تمييز {title}</translation>
    </message>
    <message>
        <source>take the flag off {title}</source>
        <translation>رفع التمييز عن {title}</translation>
    </message>
    <message>
        <source>change the flag of {count} articles</source>
        <translation>تغيير تمييز مقالات ({count})</translation>
    </message>
    <message>
        <source>write a note on {title}</source>
        <translation>كتابة ملاحظة على {title}</translation>
    </message>
    <message>
        <source>change what is known about {title}</source>
        <translation>تغيير بيانات {title}</translation>
    </message>
    <message>
        <source>remove {title}</source>
        <translation>إزالة {title}</translation>
    </message>
    <message>
        <source>remove {count} articles</source>
        <translation>إزالة مقالات ({count})</translation>
    </message>
    <message>
        <source>revise the text of {title}</source>
        <translation>تنقيح نص {title}</translation>
    </message>
    <message>
        <source>revise the texts of {count} articles</source>
        <translation>تنقيح نصوص مقالات ({count})</translation>
    </message>
    <message>
        <source>import articles ({count})</source>
        <translation>استيراد مقالات ({count})</translation>
    </message>
    <message>
        <source>change the label set</source>
        <translation>تغيير مجموعة التصنيفات</translation>
    </message>
    <message>
        <source>rescue the project from a damaged file</source>
        <translation>إنقاذ المشروع من ملف تالف</translation>
    </message>
    <message>
        <source>a step that was lost to damage</source>
        <translation>خطوة فُقدت بسبب التلف</translation>
    </message>
    <message>
        <source>change a setting</source>
        <translation>تغيير إعداد</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>خطوة</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>This project is open to view: nothing can be changed.</source>
        <translation>هذا المشروع مفتوح للقراءة فقط: لا يمكن تغيير شيء.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Hashiya projects ({pattern})</source>
        <translation>مشاريع «حاشية» ({pattern})</translation>
    </message>
    <message>
        <source>All files ({pattern})</source>
        <translation>كل الملفات ({pattern})</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>استيراد ملفات</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>There is no text to import.</source>
        <translation>لا نصّ يُستورد.</translation>
    </message>
    <message>
        <source>A later version</source>
        <translation>نسخة أحدث</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>لا نص في الحافظة.</translation>
    </message>
    <message>
        <source>Open to view</source>
        <translation>فتح للقراءة فقط</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>البحث عنه…</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>إزالته من القائمة</translation>
    </message>
    <message>
        <source>Rescue…</source>
        <translation>إنقاذ…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>فتح غيره…</translation>
    </message>
</context>
<context>
    <name>PropagationDialog</name>
    <message>
        <source>Label every mention</source>
        <translation>وسم كل المواضع</translation>
    </message>
    <message>
        <source>{text} as {label}, in the whole project</source>
        <translation>‏{text}: {label}، في المشروع كله</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Labelling mentions</source>
        <translation>جارٍ وسم المواضع</translation>
    </message>
    <message>
        <source>Looking for mentions</source>
        <translation>جارٍ البحث عن المواضع</translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln mention(s)</source>
        <translation>
            <numerusform>لا موضع للوسم</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم %Ln مواضع</numerusform>
            <numerusform>وسم %Ln موضعًا</numerusform>
            <numerusform>وسم %Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Looking through the project…</source>
        <translation>جارٍ البحث في المشروع…</translation>
    </message>
    <message>
        <source>There is no further mention to label.</source>
        <translation>لا موضع آخر للوسم.</translation>
    </message>
    <message>
        <source>These words stand nowhere else unmarked.</source>
        <translation>لا تَرِد هذه الكلمات في موضع آخر غير موسوم.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further mention(s). Take the tick from those that mean something else.</source>
        <translation>
            <numerusform>لا مواضع أخرى.</numerusform>
            <numerusform>موضع آخر واحد. أزل التحديد عنه إن كان بمعنى آخر.</numerusform>
            <numerusform>موضعان آخران. أزل التحديد عمّا كان بمعنى آخر.</numerusform>
            <numerusform>%Ln مواضع أخرى. أزل التحديد عمّا كان بمعنى آخر.</numerusform>
            <numerusform>%Ln موضعًا آخر. أزل التحديد عمّا كان بمعنى آخر.</numerusform>
            <numerusform>%Ln موضع آخر. أزل التحديد عمّا كان بمعنى آخر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantityEditor</name>
    <message>
        <source>Range</source>
        <translation>مدى</translation>
    </message>
    <message>
        <source>A range: the lowest and the highest value</source>
        <translation>مدى: أدنى قيمة وأعلاها</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>أعلى قيمة</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>A very long article ({letters} letters): finding a word takes a while. Import it in parts to work on it at full speed.</source>
        <translation>مقال طويل جدًا (عدد حروفه {letters}): يستغرق البحث فيه بعض الوقت. استورده أجزاءً لتعمل عليه بالسرعة المعتادة.</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Take it off this list</source>
        <translation>إزالته من هذه القائمة</translation>
    </message>
</context>
<context>
    <name>RemovalList</name>
    <message numerus="yes">
        <source>{name} goes. Its %Ln annotation(s):</source>
        <translation>
            <numerusform>سيُحذف {name}. لا وسوم له:</numerusform>
            <numerusform>سيُحذف {name}. وسمه الوحيد:</numerusform>
            <numerusform>سيُحذف {name}. وسماه:</numerusform>
            <numerusform>سيُحذف {name}. وسومه (%Ln):</numerusform>
            <numerusform>سيُحذف {name}. وسومه (%Ln):</numerusform>
            <numerusform>سيُحذف {name}. وسومه (%Ln):</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the label</source>
        <translation>إبقاء التصنيف</translation>
    </message>
    <message>
        <source>become {name}</source>
        <translation>تصير {name}</translation>
    </message>
    <message>
        <source>are removed too</source>
        <translation>تُزال أيضًا</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>Rescue a damaged project</source>
        <translation>إنقاذ مشروع تالف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save in a new project…</source>
        <translation>الحفظ في مشروع جديد…</translation>
    </message>
    <message>
        <source>What is lost or to be looked at</source>
        <translation>ما فُقد وما ينبغي النظر فيه</translation>
    </message>
    <message>
        <source>{name} rescued</source>
        <translation>{name} بعد الإنقاذ</translation>
    </message>
    <message>
        <source>Save in a new project</source>
        <translation>الحفظ في مشروع جديد</translation>
    </message>
    <message>
        <source>Rescuing</source>
        <translation>الإنقاذ</translation>
    </message>
    <message>
        <source>Looking at every page</source>
        <translation>فحص الصفحات كلها</translation>
    </message>
    <message>
        <source>Every page of the file is read by itself. The file is not changed.</source>
        <translation>تُقرأ كل صفحة من الملف على حدة. لا يُغيَّر الملف.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>{annotations} in {articles} can be saved in a new project.</source>
        <translation>ما يمكن حفظه في مشروع جديد: {annotations}، ضمن: {articles}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them come from the history.</source>
        <translation>
            <numerusform>لم يأتِ شيء منها من السجل.</numerusform>
            <numerusform>أحدها من السجل.</numerusform>
            <numerusform>اثنان منها من السجل.</numerusform>
            <numerusform>%Ln منها من السجل.</numerusform>
            <numerusform>%Ln منها من السجل.</numerusform>
            <numerusform>%Ln منها من السجل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>Saved, to be looked at</source>
        <translation>محفوظ وينبغي النظر فيه</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: see hashiya rescue</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر: انظر hashiya rescue</numerusform>
            <numerusform>واثنان آخران: انظر hashiya rescue</numerusform>
            <numerusform>و%Ln أخرى: انظر hashiya rescue</numerusform>
            <numerusform>و%Ln أخرى: انظر hashiya rescue</numerusform>
            <numerusform>و%Ln أخرى: انظر hashiya rescue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionDialog</name>
    <message>
        <source>Lost: its words are gone</source>
        <translation>مفقود: زالت كلماته</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>يحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>Respelled</source>
        <translation>تغيّر رسمه</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>انتقل</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>باقٍ في مكانه</translation>
    </message>
    <message>
        <source>A later version</source>
        <translation>نسخة أحدث</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>What becomes of each annotation</source>
        <translation>مصير كل وسم</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>مصيره</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Replacing texts</source>
        <translation>استبدال النصوص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) revised.</source>
        <translation>
            <numerusform>لم يُنقَّح أي مقال.</numerusform>
            <numerusform>نُقِّح مقال واحد.</numerusform>
            <numerusform>نُقِّح مقالان.</numerusform>
            <numerusform>نُقِّحت %Ln مقالات.</numerusform>
            <numerusform>نُقِّح %Ln مقالًا.</numerusform>
            <numerusform>نُقِّح %Ln مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation>أُوقف العمل: لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Comparing the texts</source>
        <translation>مقارنة النصين</translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation>استبدال النص</translation>
    </message>
    <message numerus="yes">
        <source>Revise %Ln article(s)</source>
        <translation>
            <numerusform>لا مقال للتنقيح</numerusform>
            <numerusform>تنقيح مقال واحد</numerusform>
            <numerusform>تنقيح مقالين</numerusform>
            <numerusform>تنقيح %Ln مقالات</numerusform>
            <numerusform>تنقيح %Ln مقالًا</numerusform>
            <numerusform>تنقيح %Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the texts…</source>
        <translation>تجري مقارنة النصين…</translation>
    </message>
    <message>
        <source>The text is the one that is in the project.</source>
        <translation>النص هو الموجود في المشروع.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) keep their letters</source>
        <translation>
            <numerusform>لا وسم يحتفظ بحروفه</numerusform>
            <numerusform>وسم واحد يحتفظ بحروفه</numerusform>
            <numerusform>وسمان يحتفظان بحروفهما</numerusform>
            <numerusform>%Ln وسوم تحتفظ بحروفها</numerusform>
            <numerusform>%Ln وسمًا تحتفظ بحروفها</numerusform>
            <numerusform>%Ln وسم تحتفظ بحروفها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln respelled</source>
        <translation>
            <numerusform>لا شيء تغيّر رسمه</numerusform>
            <numerusform>واحد تغيّر رسمه</numerusform>
            <numerusform>اثنان تغيّر رسمهما</numerusform>
            <numerusform>%Ln تغيّر رسمها</numerusform>
            <numerusform>%Ln تغيّر رسمها</numerusform>
            <numerusform>%Ln تغيّر رسمها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will need review</source>
        <translation>
            <numerusform>لا شيء يحتاج إلى مراجعة</numerusform>
            <numerusform>واحد سيحتاج إلى مراجعة</numerusform>
            <numerusform>اثنان سيحتاجان إلى مراجعة</numerusform>
            <numerusform>%Ln ستحتاج إلى مراجعة</numerusform>
            <numerusform>%Ln ستحتاج إلى مراجعة</numerusform>
            <numerusform>%Ln ستحتاج إلى مراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will be lost</source>
        <translation>
            <numerusform>لن يُفقد شيء</numerusform>
            <numerusform>سيُفقد واحد</numerusform>
            <numerusform>سيُفقد اثنان</numerusform>
            <numerusform>ستُفقد %Ln</numerusform>
            <numerusform>سيُفقد %Ln</numerusform>
            <numerusform>سيُفقد %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undoing</source>
        <translation>جارٍ التراجع</translation>
    </message>
    <message>
        <source>Doing it again</source>
        <translation>إعادة ما جرى التراجع عنه</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>الواجهة</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>هذا المشروع</translation>
    </message>
    <message>
        <source>Selecting with the mouse takes whole words</source>
        <translation>التحديد بالفأرة يأخذ الكلمات كاملة</translation>
    </message>
    <message>
        <source>Hold Alt while selecting for single letters</source>
        <translation>اضغط Alt أثناء التحديد لتحديد حرف حرف</translation>
    </message>
    <message>
        <source>Leave attached و ف ب ل ك س out when a word is marked</source>
        <translation>ترك و ف ب ل ك س المتصلة خارج الوسم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>تباعد الأسطر</translation>
    </message>
    <message>
        <source>Labels above the text</source>
        <translation>التصنيفات فوق النص</translation>
    </message>
    <message>
        <source>Who annotates</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Annotations may share words</source>
        <translation>اشتراك الوسوم في كلمات</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>أسماء</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>نقاط</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>ممنوع</translation>
    </message>
    <message>
        <source>When one lies inside the other</source>
        <translation>إذا كان أحدها داخل الآخر</translation>
    </message>
    <message>
        <source>Always, also crossing</source>
        <translation>دائمًا، ولو تقاطعت</translation>
    </message>
    <message>
        <source>The best one installed</source>
        <translation>أفضل خط مثبّت</translation>
    </message>
    <message>
        <source>points</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>× the size</source>
        <translation>× الحجم</translation>
    </message>
    <message>
        <source>These belong to a project: open one to change them.</source>
        <translation>هذه تخصّ المشروع: افتح مشروعًا لتغييرها.</translation>
    </message>
    <message>
        <source>The project is open to view: these cannot be changed now.</source>
        <translation>المشروع مفتوح للقراءة فقط: لا يمكن تغييرها الآن.</translation>
    </message>
    <message>
        <source>These are kept in the project, for everyone who opens it.</source>
        <translation>تُحفظ هذه في المشروع لكل من يفتحه.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>All of them work under an Arabic keyboard layout too, each on the same key; ١ to ٩ tag as 1 to 9 do.</source>
        <translation>تعمل كلها في لوحة المفاتيح العربية أيضًا، كلٌّ على المفتاح نفسه؛ والأرقام ١ إلى ٩ تَسِم كما تَسِم 1 إلى 9.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Mark with a label</source>
        <translation>الوسم بتصنيف</translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>دليل الوسم</translation>
    </message>
</context>
<context>
    <name>StatsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>الإحصاءات</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>نسخ على هيئة جدول</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>جارٍ العدّ</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Articles by status</source>
        <translation>المقالات بحسب الحالة</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>الوسوم بحسب التصنيف</translation>
    </message>
    <message>
        <source>Annotations by annotator</source>
        <translation>الوسوم بحسب الواسم</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Word {at} of {all}</source>
        <translation>الكلمة {at} من {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>{percent}% of {all} words</source>
        <translation>{percent}% من الكلمات (وعددها {all})</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>جرى التراجع عن: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>أُعيد: {step}</translation>
    </message>
</context>
<context>
    <name>Statuses</name>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>متخطّى</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>أكثر</translation>
    </message>
</context>
<context>
    <name>TokenSettings</name>
    <message>
        <source>A number is one token in exports</source>
        <translation>يُعدّ العدد كلمة واحدة عند التصدير</translation>
    </message>
    <message>
        <source>A clitic before a tatweel is a token of its own in exports</source>
        <translation>تُعدّ الزائدة قبل التطويل كلمة مستقلة عند التصدير</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>Upgrading the project</source>
        <translation>جارٍ ترقية المشروع</translation>
    </message>
    <message>
        <source>Upgrade the project</source>
        <translation>ترقية المشروع</translation>
    </message>
    <message>
        <source>This project was made by an older Hashiya. It is upgraded once, which may take some minutes where it is large. If you cancel, it stays as it was.</source>
        <translation>أُنشئ هذا المشروع بإصدار أقدم من «حاشية». تجري ترقيته مرة واحدة، وقد يستغرق ذلك بضع دقائق إن كان كبيرًا. إن ألغيتَ بقي كما كان.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>{user} on {host} has this project open since {since}. You see what is saved there; nothing can be changed here.</source>
        <translation>هذا المشروع مفتوح لدى {user} على {host} منذ {since}. ترى ما يُحفظ هناك، ولا يمكن تغيير شيء هنا.</translation>
    </message>
    <message>
        <source>{user} has closed this project. Edit it now?</source>
        <translation>أغلق {user} هذا المشروع. أتريد تحريره الآن؟</translation>
    </message>
    <message>
        <source>Edit now</source>
        <translation>التحرير الآن</translation>
    </message>
    <message>
        <source>This project lies in a folder that {name} synchronises. While it is open it can come to harm there: keep it in another folder and save copies here.</source>
        <translation>يقع هذا المشروع في مجلد يزامنه {name}. قد يصيبه ضرر هناك وهو مفتوح: احفظه في مجلد آخر وضع هنا نسخًا منه.</translation>
    </message>
    <message>
        <source>This project lies on a network drive ({name}). Unless it locks files well, two people at once can damage it: keep it on this computer and save copies there.</source>
        <translation>يقع هذا المشروع على قرص شبكي ({name}). إن لم يكن يقفل الملفات جيدًا فقد يتلفه شخصان يعملان معًا: احفظه على هذا الحاسوب وضع هناك نسخًا منه.</translation>
    </message>
    <message>
        <source>Do not warn again</source>
        <translation>عدم التحذير ثانية</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Mark who did what where, how many, and who says so, in Arabic news.</source>
        <translation>سِم في الأخبار العربية مَن فعل ماذا وأين، وكم، ومَن قال ذلك.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Try the sample articles</source>
        <translation>تجربة المقالات النموذجية</translation>
    </message>
    <message>
        <source>Or drop articles, folders or a project on this window.</source>
        <translation>أو أفلِت مقالات أو مجلدات أو مشروعًا على هذه النافذة.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
    <message>
        <source>Projects that you open are listed here.</source>
        <translation>تُسرد هنا المشاريع التي تفتحها.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>No article is open</source>
        <translation>لا مقال مفتوح</translation>
    </message>
    <message>
        <source>Choose one in the list, or drop files on the window to import them.</source>
        <translation>اختر مقالًا من القائمة، أو أفلِت ملفات على النافذة لاستيرادها.</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>No article passes the filter.</source>
        <translation>لا مقال يوافق المرشّح.</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>إظهار كل المقالات</translation>
    </message>
    <message>
        <source>No articles yet. Drop files or a folder on the window, or import them.</source>
        <translation>لا مقالات بعد. أفلِت ملفات أو مجلدًا على النافذة، أو استوردها.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>استيراد ملفات…</translation>
    </message>
</context>
</TS>
