"""What other programs put on the clipboard, shaped as they do it."""

from __future__ import annotations

from typing import Final

# ruff: noqa: E501 - the lines are as long as those programs make them

WORD: Final = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
 p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:12.0pt; font-family:"Times New Roman",serif;}
-->
</style>
<!--[if gte mso 10]>
<style> table.MsoNormalTable {mso-style-name:"Table Normal";} </style>
<![endif]-->
</head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoNormal><span lang=EN-GB style='font-size:14.0pt;color:red;mso-ansi-language:EN-GB'>We are
<b style='mso-bidi-font-weight:normal'>deeply concerned</b> about the <i>ruling</i><span
style='mso-spacerun:yes'>  </span>of the court<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>1)<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Release her;<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>at once<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Compensate
her.<o:p></o:p></p>
<p class=MsoQuote>Everyone has the right<br>
to form trade unions.<o:p></o:p></p>
<p class=MsoNormal>Sincerely,<del cite="mailto:x" datetime="2017">yours</del><span style='mso-hide:all'>hidden</span><o:p></o:p></p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference>[1]</span></a> Decision of <i>25 July</i> 2017.<o:p></o:p></p>
</div></div>
<!--EndFragment-->
</body></html>"""

LIBREOFFICE: Final = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">
\t\t@page { size: 21cm 29.7cm; margin: 2cm }
\t\tp { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
</style></head>
<body lang="en-GB" link="#000080" vlink="#800000" dir="ltr"><p style="line-height: 100%; margin-bottom: 0cm">
<font color="#c9211e"><font face="Liberation Serif, serif"><font size="4" style="font-size: 14pt">We
are <b>deeply <i>concerned</i></b></font></font></font> about it<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<ol start="3">
\t<li><p style="margin-bottom: 0cm">Release her;</p>
\t<ul>
\t\t<li><p style="margin-bottom: 0cm">at once</p></li>
\t</ul></li>
\t<li><p style="margin-bottom: 0cm">Compensate her.</p></li>
</ol>
<blockquote>Everyone has the right<br/>
to form trade unions.</blockquote>
<p><br/>
<br/>

</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Decision
\tof 25 July 2017.</p>
</div>
</body></html>"""

GOOGLE_DOCS: Final = (
    '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-0c9f7a4e-7fff">'
    '<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;'
    "font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;"
    'white-space:pre-wrap;">We are </span><span style="font-size:11pt;font-weight:700;font-style:normal;">deeply '
    'concerned</span><span style="font-weight:400;font-style:italic;"> indeed</span><span>.</span></p><br />'
    '<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;'
    'font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span>Release her;</span></p></li>'
    '<ul style="margin-top:0"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" '
    'role="presentation"><span>at once</span></p></li></ul><li dir="ltr" style="list-style-type:disc;" '
    'aria-level="1"><p dir="ltr" role="presentation"><span>Compensate her.</span></p></li></ul>'
    '<h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Background</span></h2></b>'
    '<br class="Apple-interchange-newline">'
)

BROWSER: Final = (
    '<html><body>\n<!--StartFragment--><h1 class="title" style="color: rgb(32, 33, 36); font-size: 28px;">'
    'Kazakhstan</h1><div class="content" style="font-family: sans-serif;"><strong>Astana,</strong> '
    'the <a href="https://example.org/x" style="text-decoration: none;">court</a>\u00a0 <em>ruled</em>.'
    '<br><br>Next &amp; last <img src="x.png" alt=""><script>alert(1)</script></div>'
    "<table><tbody><tr><td>One</td><td>Two</td></tr></tbody></table><ul><li>a<li>b</ul>"
    "<!--EndFragment-->\n</body></html>"
)
