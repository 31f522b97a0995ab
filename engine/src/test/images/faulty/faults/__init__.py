"""
One module a fault, named like it. A module's `client` or `server` gets the correct endpoint's module and breaks it; in
the other role the endpoint stays correct.
"""
