#!/bin/sh
# Reads the twelve samples, one after the other, in the order in which they were published, and prints who said what.
# Each command is what you would type yourself. Claims with less than three chances in ten are left out here, to keep it short.
trucewatch=${TRUCEWATCH:-trucewatch}
cd "$(dirname "$0")" || exit 1

tell() {
    printf '\n\n%s\n' "==== trucewatch read $1"
    "$trucewatch" read --min-confidence 0.3 "$@" || exit 1
}

tell georgia-1-interior-ministry.txt --published 2011-10-10 --publisher "Ministry of Internal Affairs of Georgia"
tell georgia-2-south-ossetian-ministry.txt --published 2011-10-11 --publisher "Ministry of Defence of the Republic of South Ossetia"
tell georgia-3-agency-truce.txt --published 2011-10-12 --publisher "Black Sea Wire"
tell georgia-4-wire-copy.txt --published 2011-10-13 --publisher "Danube Morning Post"
tell georgia-5-monitors-daily.txt --published 2011-10-14 --publisher "European Union Monitoring Mission in Georgia"
tell georgia-6-local-paper.html --published 2011-10-18 --publisher "Gori Messenger"
tell sudan-1-agency.txt --published 2025-06-02 --publisher "Nile Basin Press"
tell sudan-2-wire-copy.txt --published 2025-06-03 --publisher "Gulf Morning Courier"
# Two reports stand in one file of JSON Lines, each with its own day and publisher.
sed -n 1p sudan-3-4-statements.jsonl | tell - || exit 1
sed -n 2p sudan-3-4-statements.jsonl | tell - || exit 1
tell sudan-5-monitors-daily.txt --published 2025-06-08 --publisher "Kordofan Ceasefire Watch"
tell sudan-6-local-paper.txt --published 2025-06-09 --publisher "El Obeid Voice"
