#proc getdata
file: @CSV
delim: comma
fieldnameheader: yes

#proc areadef
rectangle: 1.2 1 13.8 9.5
xrange: 0 60
yrange: 0 60

#proc xaxis
stubs: inc 10
label: month

#proc yaxis
stubs: inc 10
grid: color=gray(0.9)

#proc lineplot
xfield: month
yfield: value
select: @@series = S0
linedetails: color=blue width=2
legendlabel: S0

#proc lineplot
xfield: month
yfield: value
select: @@series = S1
linedetails: color=red width=2
legendlabel: S1

#proc lineplot
xfield: month
yfield: value
select: @@series = S2
linedetails: color=green width=2
legendlabel: S2

#proc lineplot
xfield: month
yfield: value
select: @@series = S3
linedetails: color=orange width=2
legendlabel: S3

#proc lineplot
xfield: month
yfield: value
select: @@series = S4
linedetails: color=purple width=2
legendlabel: S4

#proc legend
location: 14.2 6
