#proc getdata
file: @CSV
delim: comma
fieldnameheader: yes

#proc categories
axis: x
datafield: year

#proc areadef
rectangle: 1.8 0.8 15.5 9
xscaletype: categories
yscaletype: linear
yrange: 0 220000
title: Singapore's trade with North Korea

#proc xaxis
stubs: usecategories

#proc yaxis
stubs: inc 50000
grid: color=gray(0.9)
label: thousand Singapore dollars

#proc bars
lenfield: total
color: blue
barwidth: 0.6
showvalues: yes
