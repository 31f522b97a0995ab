# Windows of time: that they are where they were asked for.

echo "blackhole"
on_off="800 300"
for family in 4 6; do
    run "blackhole --on=800ms --off=300ms --repeat=2 --direction=toserver" numbered 1800 0.001 $family
    # A window's edge is between two packets; both windows' four edges have to fit to one begin of the clock.
    check "IPv$family: two windows of 300 ms, 1100 ms from one to the other" "windows == 2 && misfit < 1" "${words[@]}"
done
on_off=
